import { type Cursor, LineError } from './cursor.ts';

const TOKEN = /[^ \t]+/y;
/** What Go's ParseFloat reads. */
export const NUMBER =
  /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|0x(?:[\da-f]+\.?[\da-f]*|\.[\da-f]+)p[+-]?\d+|inf|infinity|nan)$/i;
const HEX = /^([+-]?)0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)$/i;

/** The number a text stands for. @throws LineError */
export function toNumber(text: string, at: number, what: string): number {
  if (!NUMBER.test(text)) throw new LineError(`"${text}" is not a ${what}`, at);
  const hex = HEX.exec(text);
  if (hex !== null) {
    const [, sign, whole = '', fraction = '', exponent = '0'] = hex;
    const value = parseInt(`${whole}${fraction}`, 16) * 2 ** (Number(exponent) - 4 * fraction.length);
    return sign === '-' ? -value : value;
  }
  if (/nan$/i.test(text)) return NaN;
  if (/inf/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}

/** The next number of a line; undefined at its end. @throws LineError on what is none. */
export function readNumber(cursor: Cursor, what: string): number | undefined {
  cursor.space();
  const at = cursor.at();
  const text = cursor.match(TOKEN);
  return text === undefined ? undefined : toNumber(text, at, what);
}
