import { captureOrigin, type Origin } from '@binnacle/model';
import { NO_SPAN, type Expr } from '@binnacle/promql';
import { argument, selector } from '../query/expression.ts';
import type { Instant, Selector } from '../query/vector.ts';
import { ruleExpression } from './expression.ts';
import { recordName } from './record-name.ts';

type Recordable = 'gauge' | 'rated-histogram';

/** How a recording rule differs from its conventions. */
export interface RecordOptions<X extends string = string> {
  /** Default: made from the expression, `level:metric:operations`. */
  readonly name?: string;
  /** Added to every recorded series. */
  readonly labels?: Readonly<Record<X, string>>;
}

/** A recording rule, and the series it makes as a selector for later expressions. */
export interface RecordedVector<
  L extends string = string,
  U extends string = string,
  K extends Recordable = Recordable,
> {
  readonly type: 'record';
  readonly name: string;
  readonly expr: Expr;
  readonly labels: Readonly<Record<string, string>>;
  readonly metric: Selector<L, U, K>;
  readonly origin?: Origin;
}

/**
 * A recording rule. A counter must be rated first: a sum of counters that restart one by one cannot be rated afterwards.
 * @throws when the expression has no conventional name and none is given.
 */
export function record<L extends string, U extends string, K extends Recordable, const X extends string = never>(
  vector: Instant<L, U, K>,
  options: RecordOptions<X> = {},
): RecordedVector<L | X, U, K> {
  const origin = captureOrigin();
  const expr = ruleExpression(argument(vector, 'record'));
  const name = options.name ?? recordName(expr);
  return {
    type: 'record',
    name,
    expr,
    labels: options.labels ?? {},
    metric: selector({ type: 'VectorSelector', span: NO_SPAN, name, matchers: [] }),
    ...(origin === undefined ? {} : { origin }),
  };
}
