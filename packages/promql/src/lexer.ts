import type { ParseError } from './ast.ts';
import { readMistake } from './mistakes.ts';
import { shorten } from './shorten.ts';
import { KEYWORDS, Tok, type TokenKind } from './token.ts';
import { variableEnd } from './variable.ts';

const ALPHA = 1;
const DIGIT = 2;
const SPACE = 4;
const WORD = ALPHA | DIGIT;
const CLASS = (() => {
  const table = new Uint8Array(128);
  for (let c = 65; c <= 90; c++) table[c] = table[c + 32] = ALPHA;
  table[95] = ALPHA;
  for (let c = 48; c <= 57; c++) table[c] = DIGIT;
  for (const c of [32, 9, 10, 13]) table[c] = SPACE;
  return table;
})();

/** Deepest nesting of parentheses, calls, signs and `^`; the limit keeps every later walk over the tree off the end of the stack. */
export const MAX_DEPTH = 256;

/** Reading ends at this many errors: one broken query must not flood a report. */
export const MAX_ERRORS = 50;

const NEWLINE = 10;
const QUOTE = 34;
const HASH = 35;
const DOLLAR = 36;
const APOSTROPHE = 39;
const DOT = 46;
const COLON = 58;
const BRACKET = 91;
const BACKSLASH = 92;
const BACKTICK = 96;

type Mode = 'expression' | 'braces' | 'brackets';

/**
 * Reads a query token by token: `next()` moves to the following token and describes it in `kind`, `start` and `end`.
 * What is no token is reported and skipped. Within braces words are labels, within brackets they belong to durations.
 */
export class Lexer {
  readonly text: string;
  readonly variables: boolean;
  readonly errors: ParseError[] = [];
  kind: TokenKind = Tok.eof;
  start = 0;
  end = 0;
  /** End of the token before this one. */
  lastEnd = 0;
  private mode: Mode = 'expression';
  private depth = 0;
  /** Set when the rest of the text was given up; what comes after cannot be judged. */
  stopped = false;

  constructor(text: string, variables: boolean) {
    this.text = text;
    this.variables = variables;
  }

  /** The current token as written. */
  get word(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Adds an error; a second one at the same place is a consequence of the first and is dropped. */
  report(message: string, start: number, end: number, hint?: string): void {
    const { errors, text } = this;
    if (this.stopped || errors.some((error) => error.span.start === start)) return;
    const span = { start, end: Math.min(Math.max(end, start), text.length) };
    // Reading on would only find more of the same.
    if (errors.length === MAX_ERRORS - 1) this.stopped = true;
    errors.push(hint === undefined ? { message, span } : { message, span, hint });
  }

  /** Reports something about the current token. */
  reportHere(message: string, hint?: string): void {
    this.report(message, this.start, this.end, hint);
  }

  /** Goes one level deeper; `false`, and the end of the query, past {@link MAX_DEPTH}. Pair with {@link leaveLevel}. */
  enterLevel(): boolean {
    if (++this.depth <= MAX_DEPTH) return true;
    this.reportHere(`the query is nested deeper than ${MAX_DEPTH} levels`, 'split it into recording rules');
    this.stopped = true;
    this.start = this.end = this.text.length;
    this.kind = Tok.eof;
    return false;
  }

  leaveLevel(): void {
    this.depth--;
  }

  /** Leaves braces or brackets that recovery gave up on and reads the current token again. */
  abandon(): TokenKind {
    this.mode = 'expression';
    const { lastEnd } = this;
    this.end = this.start;
    this.next();
    this.lastEnd = lastEnd;
    return this.kind;
  }

  /** Skips to the next token of one of these kinds on this level of parentheses, or to the end. */
  skipTo(...kinds: readonly TokenKind[]): void {
    for (let open = 0; this.kind !== Tok.eof; this.next()) {
      if (open === 0 && kinds.includes(this.kind)) return;
      if (this.kind === Tok.leftParen) open++;
      else if (this.kind === Tok.rightParen && open-- === 0) return;
    }
  }

  next(): TokenKind {
    const { text } = this;
    this.lastEnd = this.end;
    for (;;) {
      if (this.stopped) this.end = text.length;
      const start = this.skipSpace(this.end);
      this.start = start;
      if (start >= text.length) {
        this.end = start;
        return (this.kind = Tok.eof);
      }
      const kind = this.scan(start, text.charCodeAt(start));
      if (kind !== undefined) return (this.kind = kind);
    }
  }

  /** Whether the next character after the current token and space is `char`. */
  followedBy(char: string): boolean {
    return this.text[this.skipSpace(this.end)] === char;
  }

  private skipSpace(from: number): number {
    const { text } = this;
    let pos = from;
    for (; pos < text.length; pos++) {
      const c = text.charCodeAt(pos);
      if (c === HASH) {
        while (pos + 1 < text.length && text.charCodeAt(pos + 1) !== NEWLINE && text.charCodeAt(pos + 1) !== 13) pos++;
      } else if (c >= 128 || CLASS[c] !== SPACE) break;
    }
    return pos;
  }

  /** Reads the token at `start` and sets `end`; `undefined` when what is there was reported and skipped. */
  private scan(start: number, c: number): TokenKind | undefined {
    const cls = c < 128 ? (CLASS[c] ?? 0) : 0;
    if (cls === ALPHA || (c === COLON && this.mode === 'expression')) return this.scanWord(start);
    if (cls === DIGIT || (c === DOT && CLASS[this.text.charCodeAt(start + 1)] === DIGIT)) return this.scanNumber(start);
    if (c === QUOTE || c === APOSTROPHE || c === BACKTICK) return this.scanString(start, c);
    const variable = this.variableEnd(start);
    if (variable >= 0) {
      this.end = variable;
      const from = variable;
      while (this.isNamePart(this.text.charCodeAt(this.end))) this.end++;
      return this.extendName() || this.end > from ? Tok.mixed : Tok.variable;
    }
    return this.scanSymbol(start, c);
  }

  private scanWord(start: number): TokenKind {
    const { text } = this;
    let pos = start;
    let upper = false;
    let colon = false;
    for (; pos < text.length; pos++) {
      const c = text.charCodeAt(pos);
      if (c < 128 && ((CLASS[c] ?? 0) & WORD) !== 0) {
        if (c >= 65 && c <= 90) upper = true;
      } else if (c === COLON && this.mode === 'expression') colon = true;
      else break;
    }
    this.end = pos;
    if (this.extendName()) return Tok.mixed;
    if (colon) return Tok.metricName;
    if (this.mode === 'braces' || pos - start > 12) return Tok.name;
    const word = text.slice(start, pos);
    const keyword = KEYWORDS.get(upper ? word.toLowerCase() : word);
    if (keyword === undefined) return Tok.name;
    // `fill` came late: it stays an ordinary name unless it is called.
    if (keyword >= Tok.fill && keyword <= Tok.fillRight && !this.followedBy('(')) return Tok.name;
    return keyword;
  }

  /** Extends the token by the variable that touches it, if one does, and by all that touches that. */
  private extendName(): boolean {
    const { text } = this;
    let pos = this.variableEnd(this.end);
    if (pos < 0) return false;
    for (let next = pos; next >= 0; next = this.variableEnd(pos)) {
      pos = next;
      while (this.isNamePart(text.charCodeAt(pos))) pos++;
    }
    this.end = pos;
    return true;
  }

  private variableEnd(pos: number): number {
    const c = this.text.charCodeAt(pos);
    return this.variables && (c === DOLLAR || c === BRACKET) ? variableEnd(this.text, pos) : -1;
  }

  private isNamePart(c: number): boolean {
    return (c < 128 && ((CLASS[c] ?? 0) & WORD) !== 0) || (c === COLON && this.mode === 'expression');
  }

  private scanNumber(start: number): TokenKind | undefined {
    const { text } = this;
    let pos = start;
    while (CLASS[text.charCodeAt(pos)] === DIGIT) pos++;
    const c = text.charCodeAt(pos);
    const open = (at: number): boolean => {
      const next = text.charCodeAt(at);
      return next < 128 && (((CLASS[next] ?? 0) & WORD) !== 0 || next === DOT || next === DOLLAR || next === BRACKET);
    };
    if (!open(pos)) {
      this.end = pos;
      return Tok.number;
    }
    if (((CLASS[c] ?? 0) & ALPHA) !== 0 && !open(pos + 1) && 'smhdwy'.includes(text.charAt(pos))) {
      this.end = pos + 1;
      return Tok.duration;
    }
    return this.scanOddNumber(start, pos);
  }

  /** Everything beyond digits and one unit: fractions, exponents, hexadecimal, several units, variables, and mistakes. */
  private scanOddNumber(start: number, from: number): TokenKind | undefined {
    const { text } = this;
    let pos = from;
    for (; pos < text.length; pos++) {
      const c = text.charCodeAt(pos);
      if (c < 128 && (((CLASS[c] ?? 0) & WORD) !== 0 || c === DOT)) continue;
      const exponent = (c === 43 || c === 45) && /^[\d._]+[eE]$/.test(text.slice(start, pos));
      if (!exponent) break;
    }
    this.end = pos;
    if (this.extendName()) return Tok.mixed;
    const word = text.slice(start, pos);
    if (/^0[xX]_?[0-9a-fA-F]?[eE](?:[.eE_]|$)/.test(word) && this.isBadHex(word, pos)) {
      this.reportHere(
        `Prometheus cannot read the hexadecimal number ${word}`,
        'its second digit is e; write it in decimal',
      );
      return Tok.number;
    }
    if (/^[\d._]+$|^0[xX]|^[\d._]+[eE][\d._+-]*$/.test(word)) return Tok.number;
    return Tok.duration;
  }

  /** Prometheus takes an `e` in second place for an exponent and then trips over what follows. */
  private isBadHex(word: string, end: number): boolean {
    return !/^0[xX]_?[0-9a-fA-F]?[eE]$/.test(word) || end >= this.text.length || /[+-]/.test(this.text.charAt(end));
  }

  private scanString(start: number, delimiter: number): TokenKind {
    const { text } = this;
    let pos = start + 1;
    for (; pos < text.length; pos++) {
      const c = text.charCodeAt(pos);
      if (c === delimiter) {
        this.end = pos + 1;
        return Tok.string;
      }
      if (delimiter !== BACKTICK) {
        if (c === BACKSLASH) pos++;
        else if (c === NEWLINE) break;
      }
      if (c >= 0xd800) this.checkCharacter(pos, c);
    }
    this.end = Math.min(pos, text.length);
    const sign = text.charAt(start);
    this.report('string is not closed', start, this.end, `add ${sign} where it ends`);
    return Tok.string;
  }

  private checkCharacter(pos: number, c: number): void {
    const { text } = this;
    const broken =
      c === 0xfffd ||
      (c < 0xdc00 && (text.codePointAt(pos) ?? 0) < 0x10000) ||
      (c < 0xe000 && c >= 0xdc00 && !(text.charCodeAt(pos - 1) >= 0xd800 && text.charCodeAt(pos - 1) < 0xdc00));
    if (broken) this.report('string is not valid UTF-8', pos, pos + 1, 'write the byte as an escape such as \\xff');
  }

  private scanSymbol(start: number, c: number): TokenKind | undefined {
    const { text } = this;
    const following = text.charCodeAt(start + 1);
    this.end = start + 1;
    switch (c) {
      case 40:
        return Tok.leftParen;
      case 41:
        return Tok.rightParen;
      case 44:
        return Tok.comma;
      case 43:
        return Tok.add;
      case 45:
        return Tok.sub;
      case 42:
        return Tok.mul;
      case 47:
        return Tok.div;
      case 37:
        return Tok.mod;
      case 94:
        return Tok.pow;
      case 64:
        return Tok.at;
      case COLON:
        return Tok.colon;
      case 123:
        this.mode = 'braces';
        return Tok.leftBrace;
      case 125:
        this.mode = 'expression';
        return Tok.rightBrace;
      case BRACKET:
        if (this.mode === 'expression') this.mode = 'brackets';
        return Tok.leftBracket;
      case 93:
        if (this.mode === 'brackets') this.mode = 'expression';
        return Tok.rightBracket;
      case 61:
        if (following === 61) return this.double(Tok.equal);
        return following === 126 ? this.double(Tok.equalRegex) : Tok.assign;
      case 33:
        if (following === 61) return this.double(Tok.notEqual);
        if (following === 126) return this.double(Tok.notRegex);
        break;
      case 60:
        if (following === 61) return this.double(Tok.lessEqual);
        if (following === 47) return this.double(Tok.trimUpper);
        if (following !== 62) return Tok.less;
        break;
      case 62:
        if (following === 61) return this.double(Tok.greaterEqual);
        return following === 47 ? this.double(Tok.trimLower) : Tok.greater;
      default:
    }
    return this.scanMistake(start);
  }

  private double(kind: TokenKind): TokenKind {
    this.end++;
    return kind;
  }

  /** Characters PromQL does not know, most often from another language; some are read as what they stand for. */
  private scanMistake(start: number): TokenKind | undefined {
    const { text } = this;
    if (text[start] === '.' && this.lastEnd === start && start > 0) return this.scanDottedName(start);
    const { end, kind, message, hint, final } = readMistake(text, start);
    this.end = end;
    this.reportHere(message, hint);
    if (final === true) this.stopped = true;
    return kind;
  }

  /** `http.requests`: a name of OpenTelemetry written as if it were one of Prometheus. */
  private scanDottedName(start: number): undefined {
    const { text } = this;
    const from = start - (/[\w:.]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0);
    while (this.isNamePart(text.charCodeAt(this.end)) || text.charCodeAt(this.end) === DOT) this.end++;
    const name = shorten(text.slice(from, this.end));
    this.report(`${name} is no metric name`, from, this.end, `quote names with dots in braces: {"${name}"}`);
    return undefined;
  }
}
