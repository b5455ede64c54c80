import { calendar } from './calendar.ts';
/** A function of a float and up to two scalars; `undefined` leaves the sample out. */
export type FloatFunction = (value: number, first: number, second: number) => number | undefined;

const ALL: Readonly<Record<string, FloatFunction>> = {
  abs: Math.abs,
  acos: Math.acos,
  acosh: Math.acosh,
  asin: Math.asin,
  asinh: Math.asinh,
  atan: Math.atan,
  atanh: Math.atanh,
  ceil: Math.ceil,
  clamp: (value, least, most) => (least > most ? undefined : lesser(most, greater(least, value))),
  clamp_max: (value, most) => lesser(most, value),
  clamp_min: (value, least) => greater(least, value),
  cos: Math.cos,
  cosh: Math.cosh,
  deg: (value) => (value * 180) / Math.PI,
  exp: Math.exp,
  floor: Math.floor,
  ln: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  rad: (value) => (value * Math.PI) / 180,
  round: (value, nearest) => roundTo(value, Number.isNaN(nearest) ? 1 : nearest),
  sgn: (value) => (value < 0 ? -1 : value > 0 ? 1 : value),
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
  ...calendar,
};

/** Every function that maps floats by name. */
export const FLOAT_FUNCTIONS: ReadonlyMap<string, FloatFunction> = new Map(Object.entries(ALL));

/** NaN wins, as in Go. */
function lesser(a: number, b: number): number {
  return Math.min(a, b);
}

function greater(a: number, b: number): number {
  return Math.max(a, b);
}

/** Halves go up. Dividing by the inverse avoids most of the errors of multiplying with 0.1 and its like. */
function roundTo(value: number, nearest: number): number {
  const inverse = 1 / nearest;
  return Math.floor(value * inverse + 0.5) / inverse;
}
