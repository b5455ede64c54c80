import { apply, scalarNode, vector } from './expression.ts';
import type { Instant, Scalar, Vector } from './vector.ts';

/** Absolute value. */
export function abs<V extends Instant>(v: V): Vector<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(apply('abs', v));
}

/** Rounded up to an integer. */
export function ceil<V extends Instant>(v: V): Vector<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(apply('ceil', v));
}

/** Rounded down to an integer. */
export function floor<V extends Instant>(v: V): Vector<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(apply('floor', v));
}

/** e to the power of the value. */
export function exp<V extends Instant>(v: V): Vector<V['~']['labels'], string, V['~']['kind']> {
  return vector(apply('exp', v));
}

/** Natural logarithm. */
export function ln<V extends Instant>(v: V): Vector<V['~']['labels'], string, V['~']['kind']> {
  return vector(apply('ln', v));
}

/** Logarithm to base 2. */
export function log2<V extends Instant>(v: V): Vector<V['~']['labels'], string, V['~']['kind']> {
  return vector(apply('log2', v));
}

/** Logarithm to base 10. */
export function log10<V extends Instant>(v: V): Vector<V['~']['labels'], string, V['~']['kind']> {
  return vector(apply('log10', v));
}

/** Square root. */
export function sqrt<V extends Instant>(v: V): Vector<V['~']['labels'], string, V['~']['kind']> {
  return vector(apply('sqrt', v));
}

/** Sign: −1, 0 or 1. */
export function sgn<V extends Instant>(v: V): Vector<V['~']['labels'], 'ratio', V['~']['kind']> {
  return vector(apply('sgn', v));
}

/** Rounded to the nearest multiple of `to`: an integer when nothing is given; ties are rounded up. */
export function round<V extends Instant>(
  v: V,
  to?: number | Scalar<V['~']['unit']>,
): Vector<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(to === undefined ? apply('round', v) : apply('round', v, scalarNode(to)));
}

/** The value, but never below `low` and never above `high`. */
export function clamp<V extends Instant>(
  v: V,
  low: number | Scalar<V['~']['unit']>,
  high: number | Scalar<V['~']['unit']>,
): Vector<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(apply('clamp', v, scalarNode(low), scalarNode(high)));
}

/** The value, but never below `low`. */
export function clampMin<V extends Instant>(
  v: V,
  low: number | Scalar<V['~']['unit']>,
): Vector<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(apply('clamp_min', v, scalarNode(low)));
}

/** The value, but never above `high`. */
export function clampMax<V extends Instant>(
  v: V,
  high: number | Scalar<V['~']['unit']>,
): Vector<V['~']['labels'], V['~']['unit'], V['~']['kind']> {
  return vector(apply('clamp_max', v, scalarNode(high)));
}
