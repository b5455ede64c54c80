import { NO_SPAN, type AggregateOp, type Expr } from '@binnacle/promql';
import { labelRefs, vector } from './expression.ts';
import type { Kind, Vector } from './vector.ts';

/** `by`: labels kept. `without`: labels dropped. Neither: one series is left. */
export type Grouping<L extends string> =
  { readonly by?: readonly L[]; readonly without?: never } | { readonly without?: readonly L[]; readonly by?: never };

/** Labels that survive a grouping. */
export type Grouped<L extends string, G> = G extends { readonly by: readonly (infer B extends string)[] }
  ? B
  : G extends { readonly without: readonly (infer W extends string)[] }
    ? Exclude<L, W>
    : never;

export interface AnyGrouping {
  readonly by?: readonly string[] | undefined;
  readonly without?: readonly string[] | undefined;
}

/** The aggregation as an AST node. */
export function aggregation(op: AggregateOp, expr: Expr, grouping: AnyGrouping = {}, param?: Expr): Expr {
  return {
    type: 'AggregateExpr',
    span: NO_SPAN,
    op,
    expr,
    grouping: labelRefs(grouping.by ?? grouping.without ?? []),
    without: grouping.without !== undefined,
    ...(param === undefined ? {} : { param }),
  };
}

/** Sum of the values in each group. */
export function sum<
  L extends string,
  U extends string,
  K extends Kind,
  const G extends Grouping<L> = Record<never, never>,
>(v: Vector<L, U, K>, grouping?: G): Vector<Grouped<L, G>, U, K> {
  return vector(aggregation('sum', v.expr, grouping));
}
