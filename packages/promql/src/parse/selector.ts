import type { Matcher, MatchOp, VectorSelector } from '../ast.ts';
import type { Lexer } from '../lexer.ts';
import { checkRegex } from '../regex.ts';
import { shorten } from '../shorten.ts';
import { Tok, type TokenKind } from '../token.ts';
import { describe } from './describe.ts';
import { stringValue } from './literal.ts';

const OPS: ReadonlyMap<TokenKind, MatchOp> = new Map<TokenKind, MatchOp>([
  [Tok.assign, '='],
  [Tok.notEqual, '!='],
  [Tok.equalRegex, '=~'],
  [Tok.notRegex, '!~'],
  [Tok.equal, '='],
]);

/** A selector without a metric name; the current token is `{`. Offset, `@` and range are read by the caller. */
export function parseNamelessSelector(lexer: Lexer): VectorSelector {
  const { start } = lexer;
  const matchers = parseMatchers(lexer);
  return { type: 'VectorSelector', span: { start, end: lexer.lastEnd }, matchers };
}

/** The selector of a metric whose name, at `start`, has just been read. */
export function parseNamedSelector(lexer: Lexer, name: string, start: number): VectorSelector {
  const matchers = lexer.kind === Tok.leftBrace ? parseMatchers(lexer) : NO_MATCHERS;
  return { type: 'VectorSelector', span: { start, end: lexer.lastEnd }, name, matchers };
}

const NO_MATCHERS: readonly Matcher[] = [];

function parseMatchers(lexer: Lexer): readonly Matcher[] {
  const open = lexer.start;
  const matchers: Matcher[] = [];
  lexer.next();
  while (lexer.kind !== Tok.rightBrace) {
    const matcher = parseMatcher(lexer);
    if (matcher !== undefined) matchers.push(matcher);
    if (lexer.kind === Tok.comma) lexer.next();
    else if (lexer.kind === Tok.eof) {
      lexer.report('{ is never closed', open, open + 1, 'add }');
      return matchers;
    } else if (OUTSIDE.has(lexer.kind)) {
      lexer.reportHere(`expected , or } after a matcher, found ${describe(lexer)}`, 'close the matchers with }');
      lexer.abandon();
      return matchers;
    } else if (lexer.kind !== Tok.rightBrace) {
      const starts = STARTS.has(lexer.kind);
      lexer.reportHere(
        `expected , or } after a matcher, found ${describe(lexer)}`,
        starts ? 'separate matchers with ,' : undefined,
      );
      if (!starts) skipMatcher(lexer);
      if (lexer.kind === Tok.comma) lexer.next();
    }
  }
  lexer.next();
  return matchers;
}

const STARTS: ReadonlySet<TokenKind> = new Set<TokenKind>([Tok.name, Tok.string, Tok.variable, Tok.mixed]);
/** Tokens that never stand in braces: the `}` before them is missing. */
const OUTSIDE: ReadonlySet<TokenKind> = new Set<TokenKind>([Tok.leftParen, Tok.rightParen, Tok.leftBracket]);

function skipMatcher(lexer: Lexer): void {
  while (
    lexer.kind !== Tok.comma &&
    lexer.kind !== Tok.rightBrace &&
    lexer.kind !== Tok.eof &&
    !OUTSIDE.has(lexer.kind)
  ) {
    lexer.next();
  }
}

function parseMatcher(lexer: Lexer): Matcher | undefined {
  const { kind, start, end } = lexer;
  if (kind === Tok.name) {
    const label = lexer.word;
    lexer.next();
    return parseOperation(lexer, label, start);
  }
  if (kind === Tok.string) {
    const value = stringValue(lexer);
    lexer.next();
    if (OPS.has(lexer.kind)) return parseOperation(lexer, value, start);
    return { span: { start, end }, label: '__name__', op: '=', value };
  }
  if (kind === Tok.variable || kind === Tok.mixed) {
    const label = lexer.word;
    lexer.next();
    if (OPS.has(lexer.kind)) return parseOperation(lexer, label, start);
    return { span: { start, end }, label, op: '=', value: '', variable: true };
  }
  lexer.reportHere(
    `expected a label name or }, found ${describe(lexer)}`,
    kind === Tok.number ? 'label names do not start with a digit' : kind === Tok.comma ? 'remove the comma' : undefined,
  );
  skipMatcher(lexer);
  return undefined;
}

function parseOperation(lexer: Lexer, label: string, start: number): Matcher | undefined {
  const op = OPS.get(lexer.kind);
  if (op === undefined) {
    const done = lexer.kind === Tok.comma || lexer.kind === Tok.rightBrace || lexer.kind === Tok.eof;
    lexer.reportHere(
      `expected =, !=, =~ or !~ after label ${shorten(label)}, found ${describe(lexer)}`,
      done ? `write ${shorten(label)}="value", or ${shorten(label)}!="" for any value` : undefined,
    );
    skipMatcher(lexer);
    return undefined;
  }
  if (lexer.kind === Tok.equal) lexer.reportHere('matchers compare with a single =', `write ${shorten(label)}=`);
  lexer.next();
  const { start: valueStart, end } = lexer;
  if (lexer.kind === Tok.string) {
    const value = stringValue(lexer);
    if (op === '=~' || op === '!~') {
      const problem = checkRegex(value, lexer.variables);
      if (problem !== undefined) lexer.report(problem.message, valueStart, end, problem.hint);
    }
    lexer.next();
    return { span: { start, end }, label, op, value };
  }
  const bare = STARTS.has(lexer.kind) || lexer.kind === Tok.number || lexer.kind === Tok.duration;
  lexer.reportHere(
    `the value of label ${shorten(label)} must be a quoted string, found ${describe(lexer)}`,
    bare ? `write ${shorten(label)}${op}"${shorten(lexer.word)}"` : `write ${shorten(label)}${op}"value"`,
  );
  if (!bare) {
    skipMatcher(lexer);
    return undefined;
  }
  const value = lexer.word;
  lexer.next();
  return { span: { start, end }, label, op, value };
}
