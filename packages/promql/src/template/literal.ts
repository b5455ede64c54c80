import { unquote } from '../quote.ts';
import type { Constant } from './ast.ts';

const MAX_INT = 2n ** 63n - 1n;
const MIN_INT = -(2n ** 63n);
const INTEGER = /^[+-]?(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])+|0|[1-9](?:_?\d)*)$/;
const FLOAT = /^[+-]?(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?$/;
const HEX_FLOAT = /^([+-]?)0[xX]([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([+-]?\d+)$/;

/** The value of a literal number as Go reads it in a template, or why it is none. */
export function parseConstant(text: string): Constant | string {
  if (INTEGER.test(text)) {
    const value = parseInteger(text);
    if (value > MAX_INT || value < MIN_INT) return `${text} overflows int`;
    return { kind: 'int', value };
  }
  const hex = HEX_FLOAT.exec(text);
  if (hex !== null) {
    const [, sign, whole = '', fraction = '', exponent = '0'] = hex;
    const value = parseInt(`${whole}${fraction}`, 16) * 2 ** (Number(exponent) - 4 * fraction.length);
    return Number.isNaN(value)
      ? `bad number syntax: ${JSON.stringify(text)}`
      : { kind: 'float', value: sign === '-' ? -value : value };
  }
  if (!FLOAT.test(text)) {
    return text.endsWith('i')
      ? `complex numbers (${text}) are not supported`
      : `bad number syntax: ${JSON.stringify(text)}`;
  }
  const value = Number(text.replaceAll('_', ''));
  if (!Number.isFinite(value)) return `bad number syntax: ${JSON.stringify(text)}`;
  // A float without a point or exponent is an integer to Go when its value is one.
  return /[.eE]/.test(text) ? { kind: 'float', value } : { kind: 'int', value: BigInt(value) };
}

function parseInteger(text: string): bigint {
  const negative = text.startsWith('-');
  const digits = text.replace(/^[+-]/, '').replaceAll('_', '');
  const value = BigInt(/^0\d/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return negative ? -value : value;
}

/** The code point of a character in single quotes, or why it is none. */
export function parseChar(text: string): Constant | string {
  const value = unquote(text);
  if (typeof value !== 'string') return `malformed character constant: ${text}`;
  const [char, ...more] = value;
  if (char === undefined || more.length > 0) return `malformed character constant: ${text}`;
  const code = char.codePointAt(0) ?? 0;
  return { kind: 'int', value: BigInt(code >= 0xdc80 && code <= 0xdcff ? code - 0xdc00 : code) };
}
