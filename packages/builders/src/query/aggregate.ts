import { build, NO_SPAN, type AggregateOp, type Expr } from '@binnacle/promql';
import { argument, scalarNode, stringLiteral, vector } from './expression.ts';
import type { Product } from './units.ts';
import type { Instant, Made, Scalar } from './vector.ts';

/** `by`: labels kept. `without`: labels dropped. Neither: one series is left. One of the two, never both. */
export interface Grouping<B extends string = string, W extends string = B> {
  /** Default: none. */
  readonly by?: readonly B[] | undefined;
  readonly without?: readonly W[] | undefined;
}

/** The aggregation as an AST node. @throws when `v` is no expression or both `by` and `without` are given. */
export function aggregation(op: AggregateOp, v: { readonly expr: Expr }, grouping: Grouping = {}, param?: Expr): Expr {
  const expr = argument(v, op === 'group' ? 'grouped' : op, param === undefined ? 1 : 2);
  if (grouping.by !== undefined && grouping.without !== undefined) {
    throw new Error(`${op} has both by and without: give the labels to keep or the labels to drop`);
  }
  return {
    type: 'AggregateExpr',
    span: NO_SPAN,
    op,
    expr,
    grouping: build.labels(grouping.by ?? grouping.without ?? []),
    without: grouping.without !== undefined,
    ...(param === undefined ? {} : { param }),
  };
}

/** Sum of the values in each group. */
export function sum<
  V extends Instant,
  const B extends V['~']['labels'] = never,
  const W extends V['~']['labels'] = V['~']['labels'],
>(v: V, grouping?: Grouping<B, W>): Made<B | Exclude<V['~']['labels'], W>, V['~']['unit'], V['~']['kind']> {
  return vector(aggregation('sum', v, grouping));
}

/** Arithmetic mean of each group. */
export function avg<
  V extends Instant,
  const B extends V['~']['labels'] = never,
  const W extends V['~']['labels'] = V['~']['labels'],
>(v: V, grouping?: Grouping<B, W>): Made<B | Exclude<V['~']['labels'], W>, V['~']['unit'], V['~']['kind']> {
  return vector(aggregation('avg', v, grouping));
}

/** Smallest value of each group. */
export function min<
  V extends Instant,
  const B extends V['~']['labels'] = never,
  const W extends V['~']['labels'] = V['~']['labels'],
>(v: V, grouping?: Grouping<B, W>): Made<B | Exclude<V['~']['labels'], W>, V['~']['unit'], V['~']['kind']> {
  return vector(aggregation('min', v, grouping));
}

/** Largest value of each group. */
export function max<
  V extends Instant,
  const B extends V['~']['labels'] = never,
  const W extends V['~']['labels'] = V['~']['labels'],
>(v: V, grouping?: Grouping<B, W>): Made<B | Exclude<V['~']['labels'], W>, V['~']['unit'], V['~']['kind']> {
  return vector(aggregation('max', v, grouping));
}

/** How many series each group has. */
export function count<
  V extends Instant,
  const B extends V['~']['labels'] = never,
  const W extends V['~']['labels'] = V['~']['labels'],
>(v: V, grouping?: Grouping<B, W>): Made<B | Exclude<V['~']['labels'], W>, 'series', 'gauge'> {
  return vector(aggregation('count', v, grouping));
}

/** 1 for each group that has a series: which label values there are. (`group` in PromQL.) */
export function grouped<
  V extends Instant,
  const B extends V['~']['labels'] = never,
  const W extends V['~']['labels'] = V['~']['labels'],
>(v: V, grouping?: Grouping<B, W>): Made<B | Exclude<V['~']['labels'], W>, 'bool', 'gauge'> {
  return vector(aggregation('group', v, grouping));
}

/** Population standard deviation over each group. */
export function stddev<
  V extends Instant,
  const B extends V['~']['labels'] = never,
  const W extends V['~']['labels'] = V['~']['labels'],
>(v: V, grouping?: Grouping<B, W>): Made<B | Exclude<V['~']['labels'], W>, V['~']['unit'], V['~']['kind']> {
  return vector(aggregation('stddev', v, grouping));
}

/** Population variance over each group. */
export function stdvar<
  V extends Instant,
  const B extends V['~']['labels'] = never,
  const W extends V['~']['labels'] = V['~']['labels'],
>(
  v: V,
  grouping?: Grouping<B, W>,
): Made<B | Exclude<V['~']['labels'], W>, Product<V['~']['unit'], V['~']['unit']>, V['~']['kind']> {
  return vector(aggregation('stdvar', v, grouping));
}

/** The `k` series with the largest values in each group, all labels kept. */
export function topk<V extends Instant>(
  k: number | Scalar,
  v: V,
  grouping?: Grouping<V['~']['labels']>,
): Made<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(aggregation('topk', v, grouping, scalarNode(k)));
}

/** The `k` series with the smallest values in each group, all labels kept. */
export function bottomk<V extends Instant>(
  k: number | Scalar,
  v: V,
  grouping?: Grouping<V['~']['labels']>,
): Made<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(aggregation('bottomk', v, grouping, scalarNode(k)));
}

/** Any `k` series of each group, the same ones every time (experimental). */
export function limitk<V extends Instant>(
  k: number | Scalar,
  v: V,
  grouping?: Grouping<V['~']['labels']>,
): Made<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(aggregation('limitk', v, grouping, scalarNode(k)));
}

/** About the share `share` (−1 to 1) of the series; −r gives those that r leaves out (experimental). */
export function limitRatio<V extends Instant>(
  share: number | Scalar,
  v: V,
  grouping?: Grouping<V['~']['labels']>,
): Made<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(aggregation('limit_ratio', v, grouping, scalarNode(share)));
}

/** Value below which the share `q` (0–1) of each group lies. */
export function quantile<
  V extends Instant,
  const B extends V['~']['labels'] = never,
  const W extends V['~']['labels'] = V['~']['labels'],
>(
  q: number | Scalar,
  v: V,
  grouping?: Grouping<B, W>,
): Made<B | Exclude<V['~']['labels'], W>, V['~']['unit'], V['~']['kind']> {
  return vector(aggregation('quantile', v, grouping, scalarNode(q)));
}

/** How many series have each value; the value becomes the label `label`. */
export function countValues<
  const N extends string,
  V extends Instant,
  const B extends V['~']['labels'] = never,
  const W extends V['~']['labels'] = V['~']['labels'],
>(label: N, v: V, grouping?: Grouping<B, W>): Made<B | Exclude<V['~']['labels'], W> | N, 'series', 'gauge'> {
  return vector(aggregation('count_values', v, grouping, stringLiteral(label)));
}
