import { quote } from '../../quote.ts';
import { formatFloat } from '../format/float.ts';
import { timeText } from '../format/time.ts';
import { CallError, typeName, type Value } from '../value.ts';

const LARGE = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const LARGE_1024 = ['', 'ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'];
const SMALL = ['', 'm', 'u', 'n', 'p', 'f', 'a', 'z', 'y'];
const FLOAT_TEXT =
  /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|0x(?:[\da-f]+\.?[\da-f]*|\.[\da-f]+)p[+-]?\d+|inf|infinity|nan)$/i;
const HEX = /^([+-]?)0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)$/i;

function parseFloatText(text: string): number {
  const fail = (reason: string): CallError => new CallError(`strconv.ParseFloat: parsing ${quote(text)}: ${reason}`);
  if (!FLOAT_TEXT.test(text)) throw fail('invalid syntax');
  if (/nan$/i.test(text)) return NaN;
  if (/inf/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  const hex = HEX.exec(text);
  const value =
    hex === null
      ? Number(text)
      : (hex[1] === '-' ? -1 : 1) *
        parseInt(`${hex[2] ?? ''}${hex[3] ?? ''}`, 16) *
        2 ** (Number(hex[4]) - 4 * (hex[3] ?? '').length);
  if (!Number.isFinite(value)) throw fail('value out of range');
  return value;
}

/** A number, a text that is one, or a length of time in seconds. */
export function toFloat(value: Value): number {
  if (value.kind === 'float') return value.value;
  if (value.kind === 'string' && value.type === 'string') return parseFloatText(value.value);
  if (value.kind === 'int') {
    if (value.type === 'int' || value.type === 'int64') return Number(value.value);
    if (value.type === 'time.Duration') return Number(value.value) / 1e9;
  }
  throw new CallError(`can't convert ${typeName(value)} to float`);
}

function fourDigits(value: number): string {
  return formatFloat(value, { verb: 'g', precision: 4 });
}

function scaled(value: number, prefixes: readonly string[], base: number): string {
  let rest = value;
  let prefix = '';
  for (const next of prefixes.slice(1)) {
    if (base > 1 ? Math.abs(rest) < base : Math.abs(rest) >= 1) break;
    prefix = next;
    rest = base > 1 ? rest / base : rest * 1000;
  }
  return `${fourDigits(rest)}${prefix}`;
}

/** With metric prefixes: `12.35k`, `3m`. */
export function humanize(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return fourDigits(value);
  return Math.abs(value) >= 1 ? scaled(value, LARGE, 1000) : scaled(value, SMALL, 1);
}

/** With prefixes by 1024: `1.5Gi`. */
export function humanize1024(value: number): string {
  return Math.abs(value) <= 1 || !Number.isFinite(value) ? fourDigits(value) : scaled(value, LARGE_1024, 1024);
}

/** Seconds as `1d 2h 3m 4s`, or as `1.5ms` below one. */
export function humanizeDuration(value: number): string {
  if (!Number.isFinite(value)) return fourDigits(value);
  const size = Math.abs(value);
  if (value === 0 || size < 1) return value === 0 ? `${fourDigits(value)}s` : `${scaled(value, SMALL, 1)}s`;
  const sign = value < 0 ? '-' : '';
  const whole = toInteger(size);
  const [days, hours, minutes] = [whole / 86_400n, (whole / 3600n) % 24n, (whole / 60n) % 60n];
  const seconds = `${whole % 60n}s`;
  if (days !== 0n) return `${sign}${days}d ${hours}h ${minutes}m ${seconds}`;
  if (hours !== 0n) return `${sign}${hours}h ${minutes}m ${seconds}`;
  return minutes !== 0n ? `${sign}${minutes}m ${seconds}` : `${sign}${fourDigits(size)}s`;
}

/** A ratio as `12.35%`. */
export function humanizePercentage(value: number): string {
  return `${fourDigits(value * 100)}%`;
}

/** Unix seconds as nanoseconds, cut to milliseconds. */
export function toInstant(seconds: number): bigint {
  if (!Number.isFinite(seconds)) throw new CallError('value is NaN or Inf');
  const ns = seconds * 1e9;
  if (ns > 2 ** 63 || ns < -(2 ** 63)) {
    throw new CallError(
      `${formatFloat(seconds, { verb: 'g', precision: undefined })} cannot be represented as a nanoseconds timestamp since it overflows int64`,
    );
  }
  return (BigInt(Math.trunc(ns)) / 1_000_000n) * 1_000_000n;
}

/** Unix seconds as a date and time in UTC. */
export function humanizeTimestamp(seconds: number): string {
  return Number.isFinite(seconds) ? timeText(toInstant(seconds)) : fourDigits(seconds);
}

/** A float as a 64-bit integer; what does not fit is the smallest one, as on the processors Prometheus runs on. */
function toInteger(value: number): bigint {
  return value >= -(2 ** 63) && value < 2 ** 63 ? BigInt(Math.trunc(value)) : -(2n ** 63n);
}

/** Seconds as the nanoseconds of a Go duration. */
export function toNanoseconds(seconds: number): bigint {
  return toInteger(seconds * 1e9);
}
