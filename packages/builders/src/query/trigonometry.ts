import { call, scalarOf, vector } from './expression.ts';
import type { Instant, Scalar, Vector } from './vector.ts';

/** Sine of a value in radians. */
export function sin<V extends Instant>(v: V): Vector<V['~labels'], 'ratio', 'gauge'> {
  return vector(call('sin', v.expr));
}

/** Cosine of a value in radians. */
export function cos<V extends Instant>(v: V): Vector<V['~labels'], 'ratio', 'gauge'> {
  return vector(call('cos', v.expr));
}

/** Tangent of a value in radians. */
export function tan<V extends Instant>(v: V): Vector<V['~labels'], 'ratio', 'gauge'> {
  return vector(call('tan', v.expr));
}

/** Hyperbolic sine of a value in radians. */
export function sinh<V extends Instant>(v: V): Vector<V['~labels'], 'ratio', 'gauge'> {
  return vector(call('sinh', v.expr));
}

/** Hyperbolic cosine of a value in radians. */
export function cosh<V extends Instant>(v: V): Vector<V['~labels'], 'ratio', 'gauge'> {
  return vector(call('cosh', v.expr));
}

/** Hyperbolic tangent of a value in radians. */
export function tanh<V extends Instant>(v: V): Vector<V['~labels'], 'ratio', 'gauge'> {
  return vector(call('tanh', v.expr));
}

/** Arcsine, in radians. */
export function asin<V extends Instant>(v: V): Vector<V['~labels'], 'radians', 'gauge'> {
  return vector(call('asin', v.expr));
}

/** Arccosine, in radians. */
export function acos<V extends Instant>(v: V): Vector<V['~labels'], 'radians', 'gauge'> {
  return vector(call('acos', v.expr));
}

/** Arctangent, in radians. */
export function atan<V extends Instant>(v: V): Vector<V['~labels'], 'radians', 'gauge'> {
  return vector(call('atan', v.expr));
}

/** Inverse hyperbolic sine, in radians. */
export function asinh<V extends Instant>(v: V): Vector<V['~labels'], 'radians', 'gauge'> {
  return vector(call('asinh', v.expr));
}

/** Inverse hyperbolic cosine, in radians. */
export function acosh<V extends Instant>(v: V): Vector<V['~labels'], 'radians', 'gauge'> {
  return vector(call('acosh', v.expr));
}

/** Inverse hyperbolic tangent, in radians. */
export function atanh<V extends Instant>(v: V): Vector<V['~labels'], 'radians', 'gauge'> {
  return vector(call('atanh', v.expr));
}

/** Radians as degrees. */
export function deg<V extends Instant>(v: V): Vector<V['~labels'], 'degrees', 'gauge'> {
  return vector(call('deg', v.expr));
}

/** Degrees as radians. */
export function rad<V extends Instant>(v: V): Vector<V['~labels'], 'radians', 'gauge'> {
  return vector(call('rad', v.expr));
}

/** π */
export function pi(): Scalar<'ratio'> {
  return scalarOf(call('pi'));
}
