/**
 * The value of a PromQL number: decimal, hexadecimal (`0x1F`), octal (`017`), with `_` between digits, `Inf`, `NaN`.
 * `undefined` when the text is none of these or too large for a float.
 */
export function parseNumber(text: string): number | undefined {
  const first = text.charCodeAt(0);
  if (first > 57) {
    const word = text.toLowerCase();
    if (word === 'inf') return Infinity;
    return word === 'nan' ? NaN : undefined;
  }
  const digits = text.includes('_') ? withoutUnderscores(text) : text;
  if (digits === undefined) return undefined;
  if (first === 48 && digits.length > 1 && /^0(?:[xX][0-9a-fA-F]+|[0-7]+)$/.test(digits)) return parseInteger(digits);
  if (!/^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits)) return undefined;
  const value = Number(digits);
  return value === Infinity ? undefined : value;
}

function parseInteger(digits: string): number | undefined {
  const hex = digits[1] === 'x' || digits[1] === 'X';
  const value = BigInt(hex ? digits : `0o${digits.slice(1)}`);
  if (value < 2n ** 63n) return Number(value);
  // Past 64 bits Prometheus reads the digits as a decimal float; a hexadecimal one would need an exponent.
  return hex ? undefined : Number(digits);
}

/** Underscores may stand between digits and after `0x`. */
function withoutUnderscores(text: string): string | undefined {
  return /(?:^|[^0-9a-fA-FxX])_|_(?![0-9a-fA-F])/.test(text) ? undefined : text.replaceAll('_', '');
}

/** A number as Prometheus prints it: shortest digits that read back as the same float, never an exponent; `+Inf`, `-Inf`, `NaN`. */
export function formatNumber(value: number): string {
  if (value === Infinity) return '+Inf';
  if (value === -Infinity) return '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const text = String(value);
  return text.includes('e') ? expandExponent(text) : text;
}

/** As {@link formatNumber}, but with an exponent below 1e-4 and from 1e6 on: Go's `%v` and `%g`, as measured. */
export function formatShortest(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || !Number.isFinite(value) || (size >= 1e-4 && size < 1e6)) return formatNumber(value);
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

function expandExponent(text: string): string {
  const [mantissa = '', exponentText = '0'] = text.split('e');
  return shiftPoint(mantissa, Number(exponentText));
}

/** A decimal number text times 10^places, exactly: the point is moved in the text. */
export function shiftPoint(text: string, places: number): string {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  let result: string;
  if (point <= 0) result = `0.${'0'.repeat(-point)}${digits}`;
  else if (point >= digits.length) result = digits + '0'.repeat(point - digits.length);
  else result = `${digits.slice(0, point)}.${digits.slice(point)}`;
  if (result.includes('.')) result = result.replace(/\.?0+$/, '');
  result = result.replace(/^0+(?=\d)/, '');
  return negative ? `-${result}` : result;
}
