import { apply, call, scalarNode, scalarOf, vector } from './expression.ts';
import type { Instant, Scalar, UnitOf, Vector } from './vector.ts';

/** The value of a vector of one series as a scalar; NaN when there is not exactly one. */
export function scalar<V extends Instant>(v: V): Scalar<V['~']['unit']> {
  return scalarOf(apply('scalar', v));
}

/** A scalar as a vector of one series without labels. (`vector` in PromQL.) */
export function vectorOf<S extends number | Scalar>(value: S): Vector<never, UnitOf<S>, 'gauge'> {
  return vector(call('vector', scalarNode(value)));
}

/** The smaller of two scalars (experimental). */
export function minOf<U extends string = string>(a: number | Scalar<U>, b: number | Scalar<U>): Scalar<U> {
  return scalarOf(call('min_of', scalarNode(a), scalarNode(b)));
}

/** The larger of two scalars (experimental). */
export function maxOf<U extends string = string>(a: number | Scalar<U>, b: number | Scalar<U>): Scalar<U> {
  return scalarOf(call('max_of', scalarNode(a), scalarNode(b)));
}
