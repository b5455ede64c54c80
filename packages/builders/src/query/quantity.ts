import { numberLiteral, scalarOf } from './expression.ts';
import type { Scalar } from './vector.ts';

/** A number with any unit: `quantity(20, 'requests')`. */
export function quantity<const U extends string>(value: number, unit: U): Scalar<U>;
export function quantity(value: number): Scalar {
  return scalarOf(numberLiteral(value));
}

/** A plain number where an expression must start with one: `number(1).sub(share)`. It fits every unit. */
export function number(value: number): Scalar {
  return scalarOf(numberLiteral(value));
}

/** `seconds(0.3)` */
export function seconds(value: number): Scalar<'seconds'> {
  return quantity(value, 'seconds');
}

/** Milliseconds, as seconds: `milliseconds(300)` is `0.3`. */
export function milliseconds(value: number): Scalar<'seconds'> {
  return seconds(value / 1000);
}

/** Minutes, as seconds. */
export function minutes(value: number): Scalar<'seconds'> {
  return seconds(value * 60);
}

/** Hours, as seconds. */
export function hours(value: number): Scalar<'seconds'> {
  return seconds(value * 3600);
}

/** Days of 24 hours, as seconds. */
export function days(value: number): Scalar<'seconds'> {
  return seconds(value * 86_400);
}

/** `bytes(512)` */
export function bytes(value: number): Scalar<'bytes'> {
  return quantity(value, 'bytes');
}

/** Units of 1024 bytes, as bytes. */
export function kibibytes(value: number): Scalar<'bytes'> {
  return bytes(value * 2 ** 10);
}

/** Units of 1024² bytes, as bytes. */
export function mebibytes(value: number): Scalar<'bytes'> {
  return bytes(value * 2 ** 20);
}

/** Units of 1024³ bytes, as bytes. */
export function gibibytes(value: number): Scalar<'bytes'> {
  return bytes(value * 2 ** 30);
}

/** Units of 1024⁴ bytes, as bytes. */
export function tebibytes(value: number): Scalar<'bytes'> {
  return bytes(value * 2 ** 40);
}

/** A share of one: `ratio(0.05)`. */
export function ratio(value: number): Scalar<'ratio'> {
  return quantity(value, 'ratio');
}

/** Percent, as a ratio: `percent(5)` is `0.05`. */
export function percent(value: number): Scalar<'ratio'> {
  return ratio(value / 100);
}

/** `celsius(80)` */
export function celsius(value: number): Scalar<'celsius'> {
  return quantity(value, 'celsius');
}
