import type { Duration, DurationBinary, DurationCall, DurationLiteral } from '../ast.ts';
import { MAX_DEPTH, type Lexer } from '../lexer.ts';
import { POW_PRECEDENCE, PRECEDENCE, Tok, UNARY_PRECEDENCE } from '../token.ts';
import { describe } from './describe.ts';
import { durationValue, inRange, numberValue, secondsToMs } from './literal.ts';

/** What stands in brackets: a duration greater than zero, or arithmetic on durations. */
export function parseRange(lexer: Lexer, what: 'range' | 'step'): Duration | undefined {
  const duration = parseBinary(lexer, 1, what);
  if (duration?.type !== 'DurationLiteral') return duration;
  if (duration.ms <= 0) {
    const { start, end } = duration.span;
    lexer.report(`a ${what} must be longer than 0`, start, end, 'write a duration such as 5m');
  }
  return withoutPlain(duration);
}

/**
 * What follows `offset`. Arithmetic needs parentheses there: `x offset 5m + 1` adds 1 to `x offset 5m`. But once it begins
 * with a parenthesis, Prometheus goes on reading operators as part of the offset.
 */
export function parseOffset(lexer: Lexer): Duration | undefined {
  const { kind, start } = lexer;
  if (kind === Tok.leftParen) return parseBinary(lexer, 1, 'offset');
  if (kind !== Tok.add && kind !== Tok.sub) return plainOffset(parsePrimary(lexer, 'offset'));
  lexer.next();
  if (lexer.kind === Tok.add || lexer.kind === Tok.sub) {
    return plainOffset(parseSignedTail(lexer, kind === Tok.sub, start));
  }
  const operand = parsePrimary(lexer, 'offset');
  return operand === undefined ? undefined : plainOffset(signed(lexer, kind === Tok.sub, operand, start));
}

/** `offset --5m + 1m`: after two signs Prometheus is within arithmetic as well. Kept as if it had been in parentheses. */
function parseSignedTail(lexer: Lexer, negative: boolean, start: number): Duration | undefined {
  const operand = parseUnary(lexer, 'offset');
  if (operand === undefined) return undefined;
  const inner = parseTail(lexer, signed(lexer, negative, operand, start), 1, 'offset');
  if (inner === undefined || inner.type === 'DurationLiteral') return inner;
  return { type: 'DurationParen', span: inner.span, inner };
}

function plainOffset(duration: Duration | undefined): Duration | undefined {
  return duration?.type === 'DurationLiteral' ? withoutPlain(duration) : duration;
}

/** A number of seconds standing alone is the duration itself: `[300]` is `[5m]`. */
function withoutPlain({ type, span, ms }: DurationLiteral): DurationLiteral {
  return { type, span, ms };
}

function parseBinary(lexer: Lexer, minimum: number, what: string): Duration | undefined {
  const left = parseUnary(lexer, what);
  return left === undefined ? undefined : parseTail(lexer, left, minimum, what);
}

const OPERATORS: ReadonlyMap<number, DurationBinary['op']> = new Map([
  [Tok.add, '+'],
  [Tok.sub, '-'],
  [Tok.mul, '*'],
  [Tok.div, '/'],
  [Tok.mod, '%'],
  [Tok.pow, '^'],
]);

function parseTail(lexer: Lexer, first: Duration, minimum: number, what: string): Duration | undefined {
  let left = first;
  for (let length = 0; ; length++) {
    const op = OPERATORS.get(lexer.kind);
    const precedence = PRECEDENCE[lexer.kind] ?? 0;
    if (op === undefined || precedence < minimum) return left;
    if (length === MAX_DEPTH) {
      lexer.reportHere(`duration arithmetic has more than ${MAX_DEPTH} operators`);
      return undefined;
    }
    const { start, end } = lexer;
    lexer.next();
    if (!lexer.enterLevel()) return undefined;
    const right = parseBinary(lexer, precedence === POW_PRECEDENCE ? precedence : precedence + 1, what);
    lexer.leaveLevel();
    if (right === undefined) return undefined;
    if ((op === '/' || op === '%') && right.type === 'DurationLiteral' && right.ms === 0) {
      lexer.report(op === '/' ? 'division of a duration by zero' : 'modulo of a duration by zero', start, end);
    }
    left = { type: 'DurationBinary', span: { start: left.span.start, end: right.span.end }, op, left, right };
  }
}

function parseUnary(lexer: Lexer, what: string): Duration | undefined {
  const { kind, start } = lexer;
  if (kind !== Tok.add && kind !== Tok.sub) return parsePrimary(lexer, what);
  if (!lexer.enterLevel()) return undefined;
  lexer.next();
  const operand = parseBinary(lexer, UNARY_PRECEDENCE + 1, what);
  lexer.leaveLevel();
  return operand === undefined ? undefined : signed(lexer, kind === Tok.sub, operand, start);
}

/** A sign before a number belongs to the number; a plus sign leaves no trace but the span. */
function signed(lexer: Lexer, negative: boolean, operand: Duration, start: number): Duration {
  const span = { start, end: lexer.lastEnd };
  if (operand.type === 'DurationLiteral') return { ...operand, span, ms: negative ? -operand.ms : operand.ms };
  return negative ? { type: 'DurationUnary', span, op: '-', operand } : { ...operand, span };
}

function parsePrimary(lexer: Lexer, what: string): Duration | undefined {
  const { kind, start, end } = lexer;
  const span = { start, end };
  switch (kind) {
    case Tok.duration: {
      const ms = durationValue(lexer);
      lexer.next();
      return { type: 'DurationLiteral', span, ms };
    }
    case Tok.number: {
      const ms = secondsToMs(numberValue(lexer));
      if (!inRange(ms))
        lexer.reportHere(`duration of ${lexer.word} seconds is out of range`, 'the longest is about 292y');
      lexer.next();
      return { type: 'DurationLiteral', span, ms: inRange(ms) ? ms : 0, plain: true };
    }
    case Tok.variable:
    case Tok.mixed: {
      const text = lexer.word;
      lexer.next();
      return { type: 'DurationVariable', span, text };
    }
    case Tok.step:
    case Tok.range:
    case Tok.minOf:
    case Tok.maxOf:
      return parseCall(lexer, what);
    case Tok.leftParen:
      return parseParen(lexer, what);
    default:
      lexer.reportHere(`expected a duration for the ${what}, found ${describe(lexer)}`, durationHint(lexer, what));
      return undefined;
  }
}

function durationHint(lexer: Lexer, what: string): string {
  if (what === 'offset' && /[)\w]\s*[-+*/%^]\s*$/.test(lexer.text.slice(Math.max(0, lexer.start - 40), lexer.start))) {
    return 'Prometheus reads an operator after offset (...) as duration arithmetic; put the selector in parentheses';
  }
  if (lexer.kind === Tok.string) return 'durations stand without quotes: 5m';
  if (lexer.kind === Tok.aggregator && /^(?:min|max)$/i.test(lexer.word))
    return `write ${lexer.word.toLowerCase()}_of(...)`;
  return 'write a duration such as 5m';
}

function parseParen(lexer: Lexer, what: string): Duration | undefined {
  const { start } = lexer;
  if (!lexer.enterLevel()) return undefined;
  lexer.next();
  const inner = parseBinary(lexer, 1, what);
  lexer.leaveLevel();
  if (inner === undefined) return undefined;
  if (!close(lexer, start)) return undefined;
  return { type: 'DurationParen', span: { start, end: lexer.lastEnd }, inner };
}

function close(lexer: Lexer, open: number): boolean {
  if (lexer.kind === Tok.rightParen) {
    lexer.next();
    return true;
  }
  if (lexer.kind === Tok.eof) lexer.report('( is never closed', open, open + 1, 'add )');
  else lexer.reportHere(`expected ) in a duration, found ${describe(lexer)}`);
  return false;
}

function parseCall(lexer: Lexer, what: string): Duration | undefined {
  const { start, kind } = lexer;
  const func = FUNCTIONS.get(kind) ?? 'step';
  lexer.next();
  if (lexer.kind !== Tok.leftParen) {
    lexer.report(`${func} needs parentheses in a duration`, start, lexer.lastEnd, `write ${func}()`);
    return undefined;
  }
  const open = lexer.start;
  if (!lexer.enterLevel()) return undefined;
  lexer.next();
  const args: Duration[] = [];
  while (lexer.kind !== Tok.rightParen) {
    const arg = parseBinary(lexer, 1, what);
    if (arg === undefined) break;
    args.push(arg);
    if (lexer.kind !== Tok.comma) break;
    lexer.next();
  }
  lexer.leaveLevel();
  const wanted = func === 'step' || func === 'range' ? 0 : 2;
  if (lexer.kind === Tok.rightParen && args.length !== wanted) {
    lexer.report(`${func} in a duration takes ${wanted} arguments, got ${args.length}`, start, lexer.end);
  }
  if (!close(lexer, open)) return undefined;
  return { type: 'DurationCall', span: { start, end: lexer.lastEnd }, func, args };
}

const FUNCTIONS: ReadonlyMap<number, DurationCall['func']> = new Map([
  [Tok.step, 'step'],
  [Tok.range, 'range'],
  [Tok.minOf, 'min_of'],
  [Tok.maxOf, 'max_of'],
]);
