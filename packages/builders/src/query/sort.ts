import { call, stringLiteral, vector } from './expression.ts';
import type { Instant, Vector } from './vector.ts';

/** Ordered by value, smallest first. Only instant queries keep an order. */
export function sort<V extends Instant>(v: V): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(call('sort', v.expr));
}

/** Ordered by value, largest first. Only instant queries keep an order. */
export function sortDesc<V extends Instant>(v: V): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(call('sort_desc', v.expr));
}

/** Ordered by the values of labels, in natural order (experimental). */
export function sortByLabel<V extends Instant>(
  v: V,
  ...labels: readonly [V['~labels'], ...V['~labels'][]]
): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(call('sort_by_label', v.expr, ...labels.map(stringLiteral)));
}

/** As {@link sortByLabel}, last first. */
export function sortByLabelDesc<V extends Instant>(
  v: V,
  ...labels: readonly [V['~labels'], ...V['~labels'][]]
): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(call('sort_by_label_desc', v.expr, ...labels.map(stringLiteral)));
}
