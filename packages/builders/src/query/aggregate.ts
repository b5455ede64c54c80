import { NO_SPAN, type AggregateOp, type Expr } from '@binnacle/promql';
import { labelRefs, scalarNode, stringLiteral, vector } from './expression.ts';
import type { Product } from './units.ts';
import type { Instant, Kind, Scalar, Vector } from './vector.ts';

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
>(v: Instant<L, U, K>, grouping?: G): Vector<Grouped<L, G>, U, K> {
  return vector(aggregation('sum', v.expr, grouping));
}

/** Arithmetic mean of each group. */
export function avg<
  L extends string,
  U extends string,
  K extends Kind,
  const G extends Grouping<L> = Record<never, never>,
>(v: Instant<L, U, K>, grouping?: G): Vector<Grouped<L, G>, U, K> {
  return vector(aggregation('avg', v.expr, grouping));
}

/** Smallest value of each group. */
export function min<
  L extends string,
  U extends string,
  K extends Kind,
  const G extends Grouping<L> = Record<never, never>,
>(v: Instant<L, U, K>, grouping?: G): Vector<Grouped<L, G>, U, K> {
  return vector(aggregation('min', v.expr, grouping));
}

/** Largest value of each group. */
export function max<
  L extends string,
  U extends string,
  K extends Kind,
  const G extends Grouping<L> = Record<never, never>,
>(v: Instant<L, U, K>, grouping?: G): Vector<Grouped<L, G>, U, K> {
  return vector(aggregation('max', v.expr, grouping));
}

/** How many series each group has. */
export function count<
  L extends string,
  U extends string,
  K extends Kind,
  const G extends Grouping<L> = Record<never, never>,
>(v: Instant<L, U, K>, grouping?: G): Vector<Grouped<L, G>, 'series', 'gauge'> {
  return vector(aggregation('count', v.expr, grouping));
}

/** 1 for each group that has a series: which label values there are. (`group` in PromQL.) */
export function grouped<
  L extends string,
  U extends string,
  K extends Kind,
  const G extends Grouping<L> = Record<never, never>,
>(v: Instant<L, U, K>, grouping?: G): Vector<Grouped<L, G>, 'bool', 'gauge'> {
  return vector(aggregation('group', v.expr, grouping));
}

/** Population standard deviation over each group. */
export function stddev<
  L extends string,
  U extends string,
  K extends Kind,
  const G extends Grouping<L> = Record<never, never>,
>(v: Instant<L, U, K>, grouping?: G): Vector<Grouped<L, G>, U, K> {
  return vector(aggregation('stddev', v.expr, grouping));
}

/** Population variance over each group. */
export function stdvar<
  L extends string,
  U extends string,
  K extends Kind,
  const G extends Grouping<L> = Record<never, never>,
>(v: Instant<L, U, K>, grouping?: G): Vector<Grouped<L, G>, Product<U, U>, K> {
  return vector(aggregation('stdvar', v.expr, grouping));
}

/** The `k` series with the largest values in each group, all labels kept. */
export function topk<L extends string, U extends string, K extends Kind>(
  k: number | Scalar,
  v: Instant<L, U, K>,
  grouping?: Grouping<NoInfer<L>>,
): Vector<L, U, K> {
  return vector(aggregation('topk', v.expr, grouping, scalarNode(k)));
}

/** The `k` series with the smallest values in each group, all labels kept. */
export function bottomk<L extends string, U extends string, K extends Kind>(
  k: number | Scalar,
  v: Instant<L, U, K>,
  grouping?: Grouping<NoInfer<L>>,
): Vector<L, U, K> {
  return vector(aggregation('bottomk', v.expr, grouping, scalarNode(k)));
}

/** Any `k` series of each group, the same ones every time (feature `promql-experimental-functions`). */
export function limitk<L extends string, U extends string, K extends Kind>(
  k: number | Scalar,
  v: Instant<L, U, K>,
  grouping?: Grouping<NoInfer<L>>,
): Vector<L, U, K> {
  return vector(aggregation('limitk', v.expr, grouping, scalarNode(k)));
}

/** About the share `share` (−1 to 1) of the series; −r gives those that r leaves out (feature `promql-experimental-functions`). */
export function limitRatio<L extends string, U extends string, K extends Kind>(
  share: number | Scalar,
  v: Instant<L, U, K>,
  grouping?: Grouping<NoInfer<L>>,
): Vector<L, U, K> {
  return vector(aggregation('limit_ratio', v.expr, grouping, scalarNode(share)));
}

/** Value below which the share `q` (0–1) of each group lies. */
export function quantile<
  L extends string,
  U extends string,
  K extends Kind,
  const G extends Grouping<L> = Record<never, never>,
>(q: number | Scalar, v: Instant<L, U, K>, grouping?: G): Vector<Grouped<L, G>, U, K> {
  return vector(aggregation('quantile', v.expr, grouping, scalarNode(q)));
}

/** How many series have each value; the value becomes the label `label`. */
export function countValues<
  const N extends string,
  L extends string,
  const G extends Grouping<L> = Record<never, never>,
>(label: N, v: Instant<L>, grouping?: G): Vector<Grouped<L, G> | N, 'series', 'gauge'> {
  return vector(aggregation('count_values', v.expr, grouping, stringLiteral(label)));
}
