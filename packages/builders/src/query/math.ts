import { call, scalarNode, vector } from './expression.ts';
import type { Instant, Scalar, Vector } from './vector.ts';

/** Absolute value. */
export function abs<V extends Instant>(v: V): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(call('abs', v.expr));
}

/** Rounded up to an integer. */
export function ceil<V extends Instant>(v: V): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(call('ceil', v.expr));
}

/** Rounded down to an integer. */
export function floor<V extends Instant>(v: V): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(call('floor', v.expr));
}

/** e to the power of the value. */
export function exp<V extends Instant>(v: V): Vector<V['~labels'], string, V['~kind']> {
  return vector(call('exp', v.expr));
}

/** Natural logarithm. */
export function ln<V extends Instant>(v: V): Vector<V['~labels'], string, V['~kind']> {
  return vector(call('ln', v.expr));
}

/** Logarithm to base 2. */
export function log2<V extends Instant>(v: V): Vector<V['~labels'], string, V['~kind']> {
  return vector(call('log2', v.expr));
}

/** Logarithm to base 10. */
export function log10<V extends Instant>(v: V): Vector<V['~labels'], string, V['~kind']> {
  return vector(call('log10', v.expr));
}

/** Square root. */
export function sqrt<V extends Instant>(v: V): Vector<V['~labels'], string, V['~kind']> {
  return vector(call('sqrt', v.expr));
}

/** Sign: −1, 0 or 1. */
export function sgn<V extends Instant>(v: V): Vector<V['~labels'], 'ratio', V['~kind']> {
  return vector(call('sgn', v.expr));
}

/** Rounded to the nearest multiple of `to`: an integer when nothing is given; ties are rounded up. */
export function round<V extends Instant>(
  v: V,
  to?: number | Scalar<V['~unit']>,
): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(to === undefined ? call('round', v.expr) : call('round', v.expr, scalarNode(to)));
}

/** The value, but never below `low` and never above `high`. */
export function clamp<V extends Instant>(
  v: V,
  low: number | Scalar<V['~unit']>,
  high: number | Scalar<V['~unit']>,
): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(call('clamp', v.expr, scalarNode(low), scalarNode(high)));
}

/** The value, but never below `low`. */
export function clampMin<V extends Instant>(
  v: V,
  low: number | Scalar<V['~unit']>,
): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(call('clamp_min', v.expr, scalarNode(low)));
}

/** The value, but never above `high`. */
export function clampMax<V extends Instant>(
  v: V,
  high: number | Scalar<V['~unit']>,
): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(call('clamp_max', v.expr, scalarNode(high)));
}
