import { NO_SPAN, type Expr } from '@binnacle/promql';
import { vector } from './expression.ts';
import type { PerSecond } from './units.ts';
import { AUTO_WINDOW, type RangeInput, type Vector, type Window } from './vector.ts';
import { window } from './window.ts';

/** What `rate` makes of a kind: a counter can be read as a gauge, a native histogram as a rated one. */
export type Rated<K> = K extends 'histogram' ? 'rated-histogram' : 'gauge';

type Growing = 'counter' | 'histogram';

/** The range expression a windowed function reads: the explicit range, or the selector with its window. */
export function ranged(input: { readonly type: string; readonly expr: Expr }, over: Window = AUTO_WINDOW): Expr {
  const { expr } = input;
  return expr.type === 'VectorSelector'
    ? { type: 'MatrixSelector', span: NO_SPAN, selector: expr, range: window(over) }
    : expr;
}

/** Per-second increase of a counter over the window, resets and gaps at the edges corrected for. */
export function rate<L extends string, U extends string, K extends Growing>(
  counter: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, PerSecond<U>, Rated<K>> {
  return vector({ type: 'Call', span: NO_SPAN, func: 'rate', funcSpan: NO_SPAN, args: [ranged(counter, over)] });
}
