import type { AtModifier, Duration, Expr, Span, SubqueryExpr, VectorSelector } from '../ast.ts';
import type { Lexer } from '../lexer.ts';
import { Tok } from '../token.ts';
import { valueType } from '../value-type.ts';
import { describe } from './describe.ts';
import { parseOffset, parseRange } from './duration.ts';
import { durationValue, numberValue } from './literal.ts';

/** `[range]` or `[range:step]` after an expression; the current token is `[`. */
export function parseBrackets(lexer: Lexer, expr: Expr): Expr {
  const open = lexer.start;
  lexer.next();
  if (lexer.kind === Tok.colon)
    lexer.reportHere('a sub-query needs a range before the colon', 'write [5m:] or [5m:1m]');
  const range = lexer.kind === Tok.colon || lexer.kind === Tok.eof ? undefined : parseRange(lexer, 'range');
  let subquery = false;
  let step: Duration | undefined;
  if (range !== undefined && lexer.kind === Tok.colon) {
    subquery = true;
    lexer.next();
    if (lexer.kind !== Tok.rightBracket && lexer.kind !== Tok.eof) step = parseRange(lexer, 'step');
  }
  closeBrackets(lexer, open, subquery);
  const brackets = { start: open, end: lexer.lastEnd };
  const span = { start: expr.span.start, end: lexer.lastEnd };
  if (range === undefined) return expr;
  if (subquery) return subqueryOf(expr, range, step, span);
  if (expr.type === 'VectorSelector') {
    if (expr.offset !== undefined)
      lexer.report('offset goes after the range', brackets.start, brackets.end, 'write metric[5m] offset 1h');
    else if (expr.at !== undefined)
      lexer.report('@ goes after the range', brackets.start, brackets.end, 'write metric[5m] @ 1609746000');
    return { type: 'MatrixSelector', span, selector: expr, range };
  }
  if (expr.type === 'ErrorExpr') return expr;
  const text = lexer.text.slice(brackets.start, brackets.end);
  const inner = expr.type === 'ParenExpr' && expr.expr.type === 'VectorSelector';
  const hint = inner ? 'remove the parentheses' : `for a sub-query write ${text.replace(/\]?$/, ':]')}`;
  lexer.report(`only a selector takes a range, ${KINDS[expr.type]} does not`, brackets.start, brackets.end, hint);
  return valueType(expr) === 'vector' ? subqueryOf(expr, range, undefined, span) : { type: 'ErrorExpr', span };
}

const KINDS: Readonly<Record<Exclude<Expr['type'], 'VectorSelector' | 'ErrorExpr'>, string>> = {
  NumberLiteral: 'a number',
  StringLiteral: 'a string',
  VariableExpr: 'a variable',
  MatrixSelector: 'a range vector',
  SubqueryExpr: 'a sub-query',
  Call: 'a function call',
  AggregateExpr: 'an aggregation',
  BinaryExpr: 'an operation',
  UnaryExpr: 'an operation',
  ParenExpr: 'an expression in parentheses',
};

function subqueryOf(expr: Expr, range: Duration, step: Duration | undefined, span: Span): SubqueryExpr {
  return step === undefined
    ? { type: 'SubqueryExpr', span, expr, range }
    : { type: 'SubqueryExpr', span, expr, range, step };
}

function closeBrackets(lexer: Lexer, open: number, subquery: boolean): void {
  if (lexer.kind === Tok.rightBracket) {
    lexer.next();
    return;
  }
  if (lexer.kind === Tok.eof) {
    lexer.report('[ is never closed', open, open + 1, 'add ]');
    return;
  }
  const wanted = subquery ? ']' : ': or ]';
  lexer.reportHere(`expected ${wanted} after the ${subquery ? 'step' : 'range'}, found ${describe(lexer)}`);
  lexer.skipTo(Tok.rightBracket);
  if (lexer.kind === Tok.rightBracket) lexer.next();
  else lexer.abandon();
}

/** `offset <duration>` after an expression; the current token is `offset`. */
export function parseOffsetModifier(lexer: Lexer, expr: Expr): Expr {
  lexer.next();
  const offset = parseOffset(lexer);
  if (offset === undefined) return expr;
  const { start } = expr.span;
  const end = lexer.lastEnd;
  const target = modified(expr);
  if (target === undefined) {
    if (expr.type !== 'ErrorExpr') reportPlace(lexer, expr, 'offset', 'offset 5m');
    return expr;
  }
  if (target.offset !== undefined) {
    lexer.report('offset is set twice', start, end, 'keep one offset');
    return expr;
  }
  const set = offset.type === 'DurationLiteral' && offset.ms === 0 ? {} : { offset };
  return withModifier(expr, set, { start, end });
}

/** `@ <time>` after an expression; the current token is `@`. */
export function parseAtModifier(lexer: Lexer, expr: Expr): Expr {
  lexer.next();
  const at = parseAt(lexer);
  if (at === undefined) return expr;
  const { start } = expr.span;
  const end = lexer.lastEnd;
  const target = modified(expr);
  if (target === undefined) {
    if (expr.type !== 'ErrorExpr') reportPlace(lexer, expr, '@', '@ end()');
    return expr;
  }
  if (target.at !== undefined) {
    lexer.report('@ is set twice', start, end, 'keep one @');
    return expr;
  }
  return withModifier(expr, { at }, { start, end });
}

function reportPlace(lexer: Lexer, expr: Expr, modifier: string, example: string): void {
  lexer.report(
    `${modifier} belongs to a selector or sub-query`,
    expr.span.start,
    lexer.lastEnd,
    `move it inside, after the metric: metric[5m] ${example}`,
  );
}

/** The node that carries the modifiers of an expression; `undefined` when it can have none. */
function modified(expr: Expr): VectorSelector | SubqueryExpr | undefined {
  if (expr.type === 'MatrixSelector') return expr.selector;
  return expr.type === 'VectorSelector' || expr.type === 'SubqueryExpr' ? expr : undefined;
}

function withModifier(expr: Expr, set: Partial<Pick<SubqueryExpr, 'offset' | 'at'>>, span: Span): Expr {
  if (expr.type === 'MatrixSelector') return { ...expr, span, selector: { ...expr.selector, ...set } };
  if (expr.type === 'VectorSelector' || expr.type === 'SubqueryExpr') return { ...expr, ...set, span };
  return expr;
}

function parseAt(lexer: Lexer): AtModifier | undefined {
  if (lexer.kind === Tok.start || lexer.kind === Tok.end) {
    const kind = lexer.kind === Tok.start ? 'start' : 'end';
    const { start } = lexer;
    lexer.next();
    if (lexer.kind === Tok.leftParen) {
      lexer.next();
      if (lexer.kind === Tok.rightParen) {
        lexer.next();
        return { kind };
      }
    }
    lexer.report(`${kind} after @ needs empty parentheses`, start, lexer.end, `write @ ${kind}()`);
    return undefined;
  }
  const { start } = lexer;
  const negative = lexer.kind === Tok.sub;
  if (negative || lexer.kind === Tok.add) lexer.next();
  if ((lexer.kind === Tok.variable || lexer.kind === Tok.mixed) && !negative) {
    const text = lexer.word;
    lexer.next();
    return { kind: 'variable', text };
  }
  let seconds: number;
  if (lexer.kind === Tok.number) seconds = numberValue(lexer);
  else if (lexer.kind === Tok.duration) seconds = durationValue(lexer) / 1000;
  else {
    const quoted = lexer.kind === Tok.string;
    lexer.reportHere(
      `expected a time after @, found ${describe(lexer)}`,
      quoted ? 'write Unix seconds, without quotes' : 'write Unix seconds, start() or end()',
    );
    if (quoted) lexer.next();
    return undefined;
  }
  lexer.next();
  if (!(Math.abs(seconds) < 2 ** 63)) {
    lexer.report('time after @ is out of range', start, lexer.lastEnd, 'write Unix seconds');
    return undefined;
  }
  // Prometheus keeps milliseconds and rounds halves away from zero.
  const rounded = Math.round(seconds * 1000) / 1000;
  return { kind: 'timestamp', seconds: negative && rounded !== 0 ? -rounded : rounded };
}

/** `anchored` or `smoothed` after an expression; the current token is the keyword. */
export function parseExtended(lexer: Lexer, expr: Expr): Expr {
  const extended = lexer.kind === Tok.anchored ? 'anchored' : 'smoothed';
  lexer.next();
  const span = { start: expr.span.start, end: lexer.lastEnd };
  const selector = expr.type === 'MatrixSelector' ? expr.selector : expr;
  if (selector.type === 'ErrorExpr') return expr;
  if (selector.type !== 'VectorSelector') {
    const what = selector.type === 'SubqueryExpr' ? 'not to a sub-query' : 'to nothing else';
    lexer.report(`${extended} belongs to a selector, ${what}`, span.start, span.end, `write metric[5m] ${extended}`);
    return expr;
  }
  if (selector.extended !== undefined && selector.extended !== extended) {
    lexer.report('anchored and smoothed exclude each other', span.start, span.end, 'keep one of them');
    return expr;
  }
  return expr.type === 'MatrixSelector'
    ? { ...expr, span, selector: { ...expr.selector, extended } }
    : { ...selector, span, extended };
}
