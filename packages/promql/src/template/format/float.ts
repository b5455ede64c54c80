interface Digits {
  /** Decimal digits without leading zeros; `0` for zero. */
  readonly digits: string;
  /** The value is 0.DIGITS × 10^point. */
  readonly point: number;
}

/** The largest count of decimals JavaScript writes exactly. */
const MAX_DECIMALS = 100;

/** Go rounds a number exactly between two to the even one; JavaScript, away from zero. Both know `exact` to 100 decimals. */
function toEven(rounded: string, exact: string, decimals: number): string {
  const point = exact.indexOf('.');
  const [mantissa = '', exponent] = exact.split('e');
  if (!/^50*$/.test(mantissa.slice(point + 1 + decimals))) return rounded;
  const kept = mantissa.slice(0, point + (decimals === 0 ? 0 : 1 + decimals));
  if (Number(kept.at(-1)) % 2 === 1) return rounded;
  return exponent === undefined ? kept : `${kept}e${exponent}`;
}

function split(scientific: string): { readonly digits: string; readonly point: number } {
  const [mantissa = '0', exponent = '0'] = scientific.split('e');
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

function decompose(value: number, significant: number | undefined): Digits {
  const size = Math.abs(value);
  if (size === 0) return { digits: '0'.repeat(Math.max(1, significant ?? 1)), point: 1 };
  const decimals = Math.min(Math.max(significant ?? 1, 1) - 1, MAX_DECIMALS);
  const scientific =
    significant === undefined
      ? size.toExponential()
      : toEven(size.toExponential(decimals), size.toExponential(MAX_DECIMALS), decimals);
  const { digits, point } = split(scientific);
  return { digits: significant === undefined ? digits : digits.padEnd(significant, '0'), point };
}

function exponentText(exponent: number): string {
  return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function withExponent({ digits, point }: Digits, isZero: boolean): string {
  const first = digits.slice(0, 1);
  const rest = digits.slice(1);
  return `${first}${rest === '' ? '' : `.${rest}`}${exponentText(isZero ? 0 : point - 1)}`;
}

function plain({ digits, point }: Digits): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Fixed decimals of any size: JavaScript's own method gives up at 10^21. */
function fixed(size: number, decimals: number): string {
  if (size < 1e21) {
    const places = Math.min(decimals, MAX_DECIMALS);
    const text = toEven(size.toFixed(places), size.toFixed(MAX_DECIMALS), places);
    return decimals > MAX_DECIMALS ? text + '0'.repeat(decimals - MAX_DECIMALS) : text;
  }
  const whole = BigInt(size).toString();
  return decimals === 0 ? whole : `${whole}.${'0'.repeat(decimals)}`;
}

/** Exponents from this on are written as such when no precision is asked for. */
const SHORTEST_LIMIT = 6;

function general(value: number, precision: number | undefined, keepZeros: boolean): string {
  const significant = precision === undefined ? undefined : Math.max(1, precision);
  const parts = decompose(value, significant);
  const trimmed = keepZeros
    ? parts.digits.padEnd(SHORTEST_LIMIT * Number(significant === undefined), '0')
    : parts.digits.replace(/(?<=.)0+$/, '');
  const shown = { ...parts, digits: trimmed };
  let limit = significant ?? SHORTEST_LIMIT;
  if (significant !== undefined && limit > trimmed.length && trimmed.length >= parts.point) limit = trimmed.length;
  const exponent = parts.point - 1;
  if (value !== 0 && (exponent < -4 || exponent >= limit)) return withExponent(shown, false);
  return plain(shown);
}

function hexadecimal(size: number, precision: number | undefined): string {
  if (size === 0) return `0x0${precision === undefined || precision === 0 ? '' : `.${'0'.repeat(precision)}`}p+00`;
  let exponent = Math.floor(Math.log2(size));
  let mantissa = size / 2 ** exponent;
  if (mantissa >= 2 || mantissa < 1) {
    exponent += mantissa >= 2 ? 1 : -1;
    mantissa = size / 2 ** exponent;
  }
  let bits = BigInt(mantissa * 2 ** 52);
  const places = Math.min(precision ?? 13, 13);
  const dropped = BigInt(4 * (13 - places));
  const half = dropped === 0n ? 0n : 1n << (dropped - 1n);
  const rest = bits & ((1n << dropped) - 1n);
  bits >>= dropped;
  if (half !== 0n && (rest > half || (rest === half && bits % 2n === 1n))) bits += 1n;
  if (bits >> BigInt(4 * places) >= 2n) {
    bits >>= 1n;
    exponent += 1;
  }
  const hex = bits.toString(16);
  const fraction = precision === undefined ? hex.slice(1).replace(/0+$/, '') : hex.slice(1).padEnd(precision, '0');
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `0x1${fraction === '' ? '' : `.${fraction}`}p${exponent < 0 ? '-' : '+'}${power}`;
}

/** How a float is written. */
export interface FloatFormat {
  readonly verb: 'e' | 'f' | 'g' | 'x';
  /** Undefined asks for the fewest digits that read back as the same float. */
  readonly precision: number | undefined;
  /** The `#` flag: trailing zeros stay, and there are six digits at least when no precision is asked for. */
  readonly keepZeros?: boolean;
}

/** A float as Go's `strconv.FormatFloat` writes it. */
export function formatFloat(value: number, { verb, precision, keepZeros = false }: FloatFormat): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (size === Infinity) return sign === '' ? '+Inf' : '-Inf';
  switch (verb) {
    case 'e': {
      const parts = decompose(size, precision === undefined ? undefined : precision + 1);
      return sign + withExponent(parts, size === 0);
    }
    case 'f':
      return sign + (precision === undefined ? plain(decompose(size, undefined)) : fixed(size, precision));
    case 'g':
      return sign + general(size, precision, keepZeros);
    case 'x':
      return sign + hexadecimal(size, precision);
    default:
      return verb satisfies never;
  }
}
