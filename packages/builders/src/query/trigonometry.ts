import { apply, call, scalarOf, vector } from './expression.ts';
import type { Instant, Scalar, Vector } from './vector.ts';

/** Sine of a value in radians. */
export function sin<V extends Instant>(v: V): Vector<V['~']['labels'], 'ratio', 'gauge'> {
  return vector(apply('sin', v));
}

/** Cosine of a value in radians. */
export function cos<V extends Instant>(v: V): Vector<V['~']['labels'], 'ratio', 'gauge'> {
  return vector(apply('cos', v));
}

/** Tangent of a value in radians. */
export function tan<V extends Instant>(v: V): Vector<V['~']['labels'], 'ratio', 'gauge'> {
  return vector(apply('tan', v));
}

/** Hyperbolic sine of a value in radians. */
export function sinh<V extends Instant>(v: V): Vector<V['~']['labels'], 'ratio', 'gauge'> {
  return vector(apply('sinh', v));
}

/** Hyperbolic cosine of a value in radians. */
export function cosh<V extends Instant>(v: V): Vector<V['~']['labels'], 'ratio', 'gauge'> {
  return vector(apply('cosh', v));
}

/** Hyperbolic tangent of a value in radians. */
export function tanh<V extends Instant>(v: V): Vector<V['~']['labels'], 'ratio', 'gauge'> {
  return vector(apply('tanh', v));
}

/** Arcsine, in radians. */
export function asin<V extends Instant>(v: V): Vector<V['~']['labels'], 'radians', 'gauge'> {
  return vector(apply('asin', v));
}

/** Arccosine, in radians. */
export function acos<V extends Instant>(v: V): Vector<V['~']['labels'], 'radians', 'gauge'> {
  return vector(apply('acos', v));
}

/** Arctangent, in radians. */
export function atan<V extends Instant>(v: V): Vector<V['~']['labels'], 'radians', 'gauge'> {
  return vector(apply('atan', v));
}

/** Inverse hyperbolic sine, in radians. */
export function asinh<V extends Instant>(v: V): Vector<V['~']['labels'], 'radians', 'gauge'> {
  return vector(apply('asinh', v));
}

/** Inverse hyperbolic cosine, in radians. */
export function acosh<V extends Instant>(v: V): Vector<V['~']['labels'], 'radians', 'gauge'> {
  return vector(apply('acosh', v));
}

/** Inverse hyperbolic tangent, in radians. */
export function atanh<V extends Instant>(v: V): Vector<V['~']['labels'], 'radians', 'gauge'> {
  return vector(apply('atanh', v));
}

/** Radians as degrees. */
export function deg<V extends Instant>(v: V): Vector<V['~']['labels'], 'degrees', 'gauge'> {
  return vector(apply('deg', v));
}

/** Degrees as radians. */
export function rad<V extends Instant>(v: V): Vector<V['~']['labels'], 'radians', 'gauge'> {
  return vector(apply('rad', v));
}

/** π */
export function pi(): Scalar<'ratio'> {
  return scalarOf(call('pi'));
}
