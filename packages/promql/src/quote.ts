/** Why a string cannot be read; offsets count from the opening quote. */
export interface QuoteError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};
const CODE_ESCAPES: Readonly<Record<string, { readonly digits: number; readonly radix: number }>> = {
  x: { digits: 2, radix: 16 },
  u: { digits: 4, radix: 16 },
  U: { digits: 8, radix: 16 },
};

/**
 * The value of a quoted string, quotes included in `text`: Go's escapes within `"` and `'`, none within backticks.
 * Bytes that are not UTF-8 come out as lone surrogates U+DC80 to U+DCFF, so that {@link quote} can write them again.
 */
export function unquote(text: string): string | QuoteError {
  const delimiter = text[0] ?? '';
  if (delimiter === '`' || !text.includes('\\')) return text.slice(1, -1);
  let value = '';
  let bytes: number[] = [];
  const end = text.length - 1;
  for (let i = 1; i < end;) {
    const char = text[i] ?? '';
    if (char !== '\\') {
      if (bytes.length > 0) {
        value += flush(bytes);
        bytes = [];
      }
      value += char;
      i++;
      continue;
    }
    const escape = readEscape(text, i, delimiter);
    if ('message' in escape) return escape;
    if (escape.byte === undefined) {
      value += flush(bytes) + escape.value;
      bytes = [];
    } else bytes.push(escape.byte);
    i = escape.end;
  }
  return value + flush(bytes);
}

interface Escape {
  readonly value: string;
  /** Set for `\xff` and `\377`, which are bytes and not code points. */
  readonly byte?: number;
  readonly end: number;
}

function readEscape(text: string, start: number, delimiter: string): Escape | QuoteError {
  const char = text[start + 1] ?? '';
  if (char === delimiter) return { value: char, end: start + 2 };
  const simple = SIMPLE_ESCAPES[char];
  if (simple !== undefined) return { value: simple, end: start + 2 };
  const octal = char >= '0' && char <= '7';
  const shape = octal ? { digits: 3, radix: 8 } : CODE_ESCAPES[char];
  if (shape === undefined) return { message: `unknown escape sequence \\${char}`, start, end: start + 2 };
  const from = octal ? start + 1 : start + 2;
  const digits = text.slice(from, from + shape.digits);
  const end = from + shape.digits;
  if (digits.length < shape.digits || !(octal ? /^[0-7]+$/ : /^[0-9a-fA-F]+$/).test(digits)) {
    return { message: `escape sequence ${text.slice(start, end)} needs ${shape.digits} digits`, start, end };
  }
  const code = Number.parseInt(digits, shape.radix);
  const isByte = octal || char === 'x';
  if (code > (isByte ? 0xff : 0x10ffff) || (code >= 0xd800 && code < 0xe000)) {
    return { message: `escape sequence ${text.slice(start, end)} is no valid character`, start, end };
  }
  return isByte ? { value: '', byte: code, end } : { value: String.fromCodePoint(code), end };
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const STRICT_UTF8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

function flush(bytes: readonly number[]): string {
  if (bytes.length === 0) return '';
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length === 0) {
      text += String.fromCharCode(0xdc00 + (bytes[i] ?? 0));
      i++;
    } else {
      text += UTF8.decode(Uint8Array.from(bytes.slice(i, i + length)));
      i += length;
    }
  }
  return text;
}

/** Length of the valid UTF-8 sequence at `i`, 0 when there is none. */
function sequenceLength(bytes: readonly number[], i: number): number {
  const first = bytes[i] ?? 0;
  let length = 0;
  if (first < 0x80) return 1;
  else if (first >= 0xc2 && first < 0xe0) length = 2;
  else if (first >= 0xe0 && first < 0xf0) length = 3;
  else if (first >= 0xf0 && first < 0xf5) length = 4;
  if (length === 0 || i + length > bytes.length) return 0;
  try {
    STRICT_UTF8.decode(Uint8Array.from(bytes.slice(i, i + length)));
    return length;
  } catch {
    return 0;
  }
}

const PLAIN = /^[ !#-[\]-~]*$/;
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const NAMED: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

/** A string in double quotes, escaped as Go's `strconv.Quote` does; {@link unquote} reads it back. */
export function quote(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  let text = '"';
  for (const char of value) {
    const named = NAMED[char];
    if (named !== undefined) text += named;
    else if (char !== '\ufffd' && PRINTABLE.test(char)) text += char;
    else text += escapeCode(char.codePointAt(0) ?? 0);
  }
  return `${text}"`;
}

function escapeCode(code: number): string {
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${hex(code - 0xdc00, 2)}`;
  // No other lone surrogate can be written; Go's replacement character stands for it.
  if (code >= 0xd800 && code < 0xe000) return '\\ufffd';
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}
