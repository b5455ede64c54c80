import { apply, stringLiteral, vector } from './expression.ts';
import type { Instant, Vector } from './vector.ts';

/** Ordered by value, smallest first. Only instant queries keep an order. */
export function sort<V extends Instant>(v: V): Vector<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(apply('sort', v));
}

/** Ordered by value, largest first. Only instant queries keep an order. */
export function sortDesc<V extends Instant>(v: V): Vector<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(apply('sort_desc', v));
}

/** Ordered by the values of labels, in natural order (experimental). */
export function sortByLabel<V extends Instant>(
  v: V,
  ...labels: readonly [V['~']['labels'], ...V['~']['labels'][]]
): Vector<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(apply('sort_by_label', v, ...labels.map(stringLiteral)));
}

/** As {@link sortByLabel}, last first. */
export function sortByLabelDesc<V extends Instant>(
  v: V,
  ...labels: readonly [V['~']['labels'], ...V['~']['labels'][]]
): Vector<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(apply('sort_by_label_desc', v, ...labels.map(stringLiteral)));
}
