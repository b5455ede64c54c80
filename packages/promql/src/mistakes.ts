import { Tok, type TokenKind } from './token.ts';
import { variableEnd } from './variable.ts';

/** Something in a query that is no token. */
export interface Mistake {
  /** Where reading goes on. */
  readonly end: number;
  /** The token it stands for, if that is clear. */
  readonly kind?: TokenKind | undefined;
  readonly message: string;
  readonly hint?: string | undefined;
  /** What follows is another language. */
  readonly final?: boolean;
}

/** What stands at an offset where no token does: an operator of another language, curly quotes, an odd character. */
export function readMistake(text: string, start: number): Mistake {
  for (const [sign, kind, hint] of SIGNS) {
    if (!text.startsWith(sign, start)) continue;
    return { end: start + sign.length, kind, message: `${sign} is no PromQL operator`, hint, final: hint === LOGQL };
  }
  const char = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const closing = CURLY_QUOTES.get(char);
  if (closing !== undefined) {
    const close = text.slice(start + 1, start + 1000).search(closing);
    const message = `${char} is not a quote in PromQL`;
    const hint = 'use straight quotes: " or \'';
    return close < 0 ? { end: start + 1, message, hint } : { end: start + close + 2, kind: Tok.string, message, hint };
  }
  const variable = char === '$' ? variableEnd(text, start) : -1;
  if (variable >= 0) {
    const message = `${text.slice(start, variable)} is a Grafana variable, which Prometheus does not know`;
    return { end: variable, kind: Tok.variable, message, hint: 'write the value itself' };
  }
  const end = start + char.length;
  if (INVISIBLE.test(char)) {
    const code = (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
    return { end, message: `invisible character U+${code}`, hint: 'replace it with a plain space' };
  }
  return { end, message: `unexpected character ${JSON.stringify(char)}`, hint: CHARACTERS.get(char) };
}

const LOGQL = 'line filters and parsers belong to LogQL; PromQL has metrics only';
const MINUS = 'write a plain minus sign: -';

/** Operators of other languages, what they stand for, and what to write instead; longer ones first. */
const SIGNS: readonly (readonly [string, TokenKind | undefined, string])[] = [
  ['&&', Tok.and, 'write and'],
  ['||', Tok.or, 'write or'],
  ['|=', undefined, LOGQL],
  ['|~', undefined, LOGQL],
  ['<>', Tok.notEqual, 'write !='],
  ['!', undefined, 'write unless for set difference, or != to compare'],
  ['|', undefined, LOGQL],
  ['×', Tok.mul, 'write *'],
  ['÷', Tok.div, 'write /'],
  ['−', Tok.sub, MINUS],
  ['–', Tok.sub, MINUS],
  ['≥', Tok.greaterEqual, 'write >='],
  ['≤', Tok.lessEqual, 'write <='],
  ['≠', Tok.notEqual, 'write !='],
];

/** Quotes of word processors, and what closes each. */
const CURLY_QUOTES: ReadonlyMap<string, RegExp> = new Map([
  ['“', /[”“]/],
  ['”', /[”“]/],
  ['‘', /[’‘]/],
  ['’', /[’‘]/],
  ['„', /[”“]/],
  ['«', /»/],
]);

const INVISIBLE = /^[\p{Zs}\u200b\ufeff]$/u;

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  [';', 'a query is one expression; remove it'],
  ['?', 'PromQL has no ternary operator; use and, or, unless'],
  ['.', 'names with dots are quoted in braces: {"http.requests"}'],
  ['$', 'a Grafana variable is $name or ${name}'],
]);
