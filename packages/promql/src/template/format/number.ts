import { quote } from '../../quote.ts';
import { type Flags, pad } from './flags.ts';
import { formatFloat, type FloatFormat } from './float.ts';

const BASES: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };

const FLOAT_VERBS: Readonly<Record<string, FloatFormat['verb']>> = {
  v: 'g',
  g: 'g',
  G: 'g',
  x: 'x',
  X: 'x',
  f: 'f',
  F: 'f',
  e: 'e',
  E: 'e',
};

function signOf(negative: boolean, { plus, space }: Flags): string {
  return negative ? '-' : plus ? '+' : space ? ' ' : '';
}

function character(value: bigint): string {
  const code = value < 0n || value > 0x10ffffn ? 0xfffd : Number(value);
  return String.fromCodePoint(code >= 0xd800 && code < 0xe000 ? 0xfffd : code);
}

function quotedCharacter(value: bigint): string {
  const char = character(value);
  if (char === "'") return String.raw`'\''`;
  return char === '"' ? `'"'` : `'${quote(char).slice(1, -1)}'`;
}

function unicode(value: bigint, { precision = 0, sharp }: Flags): string {
  const text = `U+${value.toString(16).toUpperCase().padStart(Math.max(4, precision), '0')}`;
  return sharp && value <= 0x10ffffn && /^\P{C}$/u.test(character(value)) ? `${text} '${character(value)}'` : text;
}

/** An integer under a verb; undefined when Go has no such verb for integers. */
export function integerText(value: bigint, verb: string, flags: Flags): string | undefined {
  const unpadded = { ...flags, zero: false };
  if (verb === 'c') return pad(character(value), flags);
  if (verb === 'q') return pad(quotedCharacter(value), flags);
  if (verb === 'U') return pad(unicode(value, flags), unpadded);
  const base = BASES[verb];
  if (base === undefined) return undefined;
  const { precision, width, zero, minus } = flags;
  const size = value < 0n ? -value : value;
  if (precision === 0 && size === 0n) return pad('', unpadded);
  let digits = size.toString(base);
  if (verb === 'X') digits = digits.toUpperCase();
  const sign = signOf(value < 0n, flags);
  digits = digits.padStart(precision ?? (zero && !minus && width !== undefined ? width - sign.length : 0), '0');
  if (flags.sharp) {
    if (base === 2) digits = `0b${digits}`;
    else if (base === 8 && !digits.startsWith('0')) digits = `0${digits}`;
    else if (base === 16) digits = `0${verb}${digits}`;
  }
  if (verb === 'O') digits = `0o${digits}`;
  return pad(sign + digits, unpadded);
}

/** Go counts `x` and the digit before the point among the six that `#` asks for. */
function sharpHexadecimal(text: string, precision = 6): string {
  return text.replace(
    /^(-?0x\d)\.?([\da-f]*)/,
    (_, whole: string, fraction: string) => `${whole}.${fraction.padEnd(precision - 2, '0')}`,
  );
}

/** A float under a verb; undefined when Go has no such verb for floats. */
export function floatText(value: number, verb: string, flags: Flags): string | undefined {
  const lower = FLOAT_VERBS[verb];
  if (lower === undefined) return undefined;
  const precision = flags.precision ?? (lower === 'f' || lower === 'e' ? 6 : undefined);
  const sharp = flags.sharp && Number.isFinite(value);
  let text = formatFloat(value, { verb: lower, precision, keepZeros: sharp });
  if (sharp) text = lower === 'x' ? sharpHexadecimal(text, precision) : text.replace(/^(-?\d+)(?![\d.])/, '$1.');
  if (verb !== verb.toLowerCase() && Number.isFinite(value)) text = text.toUpperCase();
  const negative = text.startsWith('-');
  const unsigned = text.replace(/^[+-]/, '');
  // Go always signs an infinity; a space stands for its plus when asked for.
  const isInfinite = Math.abs(value) === Infinity;
  const sign = isInfinite && !negative && (flags.plus || !flags.space) ? '+' : signOf(negative, flags);
  const isNumber = Number.isFinite(value);
  if (isNumber && sign !== '' && flags.zero && !flags.minus) {
    return sign + pad(unsigned, { ...flags, width: Math.max(0, (flags.width ?? 0) - 1) });
  }
  return pad(sign + unsigned, isNumber ? flags : { ...flags, zero: false });
}
