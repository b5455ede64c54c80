import type { BinaryOp, Call, ErrorExpr, Expr, Span } from '../ast.ts';
import { AGGREGATORS } from '../aggregators.ts';
import { MAX_DEPTH, type Lexer } from '../lexer.ts';
import { POW_PRECEDENCE, PRECEDENCE, Tok, UNARY_PRECEDENCE, type TokenKind } from '../token.ts';
import { valueType, type ExprType } from '../value-type.ts';
import { aggregateExpr, NO_GROUPING, parseGrouping, startsGrouping } from './aggregation.ts';
import { describe } from './describe.ts';
import { errorExpr } from './error-expr.ts';
import { operandHint, strayHint } from './hints.ts';
import { durationValue, numberValue, stringValue } from './literal.ts';
import { parseBinaryModifiers } from './matching.ts';
import { parseAtModifier, parseBrackets, parseExtended, parseOffsetModifier } from './modifier.ts';
import { binaryExpr, combinedType } from './operation.ts';
import { parseNamedSelector, parseNamelessSelector } from './selector.ts';

/** A whole query, from its first token to the end of the text. */
export function parseQuery(lexer: Lexer): Expr {
  lexer.next();
  if (lexer.kind === Tok.eof) {
    lexer.report('the query is empty', 0, lexer.text.length, 'write an expression such as up');
    return errorExpr(0, lexer.text.length);
  }
  let expr = parseExpression(lexer, 1);
  while (lexer.kind !== Tok.eof) {
    // After something that could not be read, what follows it is a consequence.
    if (expr.type !== 'ErrorExpr') reportStray(lexer);
    skipStray(lexer);
    expr = parseTail(lexer, expr, 1);
  }
  return expr;
}

function reportStray(lexer: Lexer): void {
  if (lexer.kind === Tok.rightParen) lexer.reportHere(') has no opening parenthesis', 'remove it or add (');
  else lexer.reportHere(`unexpected ${describe(lexer)} after the expression`, strayHint(lexer));
}

/** Reads on to the next operator; expressions on the way are checked but belong nowhere. */
function skipStray(lexer: Lexer): void {
  do {
    const { start } = lexer;
    if (startsOperand(lexer.kind)) parsePostfix(lexer);
    if (lexer.start === start && lexer.kind !== Tok.eof) lexer.next();
  } while (lexer.kind !== Tok.eof && (PRECEDENCE[lexer.kind] ?? 0) === 0);
}

function startsOperand(kind: TokenKind): boolean {
  return (kind >= Tok.string && kind <= Tok.leftParen) || kind === Tok.leftBrace || kind === Tok.aggregator;
}

function parseExpression(lexer: Lexer, minimum: number): Expr {
  return parseTail(lexer, parseUnary(lexer), minimum);
}

/** Operators and their right operands, as far as they bind at least as strongly as `minimum`. */
function parseTail(lexer: Lexer, first: Expr, minimum: number): Expr {
  let left = first;
  let leftType: ExprType | undefined;
  for (;;) {
    const { kind, start, end } = lexer;
    const precedence = PRECEDENCE[kind] ?? 0;
    if (precedence === 0 || precedence < minimum) return left;
    const op = BINARY_OPS[kind] ?? '==';
    if (kind === Tok.assign) lexer.reportHere('= does not compare values', 'write == between expressions');
    if (kind === Tok.equalRegex || kind === Tok.notRegex) {
      lexer.reportHere(
        `${lexer.word} matches labels, not values`,
        `write it within braces: metric{label${lexer.word}"..."}`,
      );
    }
    lexer.next();
    const { bool, matching } = parseBinaryModifiers(lexer);
    let right: Expr;
    if (precedence === POW_PRECEDENCE) {
      right = lexer.enterLevel() ? parseExpression(lexer, precedence) : errorExpr(start, end);
      lexer.leaveLevel();
    } else right = parseExpression(lexer, precedence + 1);
    leftType ??= valueType(left);
    const rightType = valueType(right);
    const span = { start: left.span.start, end: Math.max(right.span.end, left.span.end) };
    left = binaryExpr({ op, bool, left, right, span }, matching, [leftType, rightType]);
    leftType = left.type === 'BinaryExpr' && left.matching !== undefined ? 'vector' : combinedType(leftType, rightType);
  }
}

const BINARY_OPS: readonly (BinaryOp | undefined)[] = (() => {
  const ops: (BinaryOp | undefined)[] = [];
  ops[Tok.or] = 'or';
  ops[Tok.and] = 'and';
  ops[Tok.unless] = 'unless';
  ops[Tok.equal] = '==';
  ops[Tok.notEqual] = '!=';
  ops[Tok.lessEqual] = '<=';
  ops[Tok.less] = '<';
  ops[Tok.greaterEqual] = '>=';
  ops[Tok.greater] = '>';
  ops[Tok.trimUpper] = '</';
  ops[Tok.trimLower] = '>/';
  ops[Tok.add] = '+';
  ops[Tok.sub] = '-';
  ops[Tok.mul] = '*';
  ops[Tok.div] = '/';
  ops[Tok.mod] = '%';
  ops[Tok.atan2] = 'atan2';
  ops[Tok.pow] = '^';
  return ops;
})();

function parseUnary(lexer: Lexer): Expr {
  const { kind, start } = lexer;
  if (kind !== Tok.add && kind !== Tok.sub) return parsePostfix(lexer);
  if (!lexer.enterLevel()) return errorExpr(start, start);
  lexer.next();
  const expr = parseExpression(lexer, UNARY_PRECEDENCE + 1);
  lexer.leaveLevel();
  const span = { start, end: Math.max(expr.span.end, start) };
  if (expr.type === 'NumberLiteral') return { ...expr, span, value: kind === Tok.sub ? -expr.value : expr.value };
  return { type: 'UnaryExpr', span, op: kind === Tok.sub ? '-' : '+', expr };
}

function parsePostfix(lexer: Lexer): Expr {
  let expr = parsePrimary(lexer);
  for (let count = 0; ; count++) {
    const { kind } = lexer;
    if (kind !== Tok.leftBracket && kind !== Tok.at && (kind < Tok.offset || kind > Tok.smoothed)) return expr;
    if (count > MAX_DEPTH) {
      lexer.reportHere(`an expression has more than ${MAX_DEPTH} modifiers`);
      lexer.skipTo();
      return expr;
    }
    if (kind === Tok.leftBracket) expr = parseBrackets(lexer, expr);
    else if (kind === Tok.at) expr = parseAtModifier(lexer, expr);
    else if (kind === Tok.offset) expr = parseOffsetModifier(lexer, expr);
    else expr = parseExtended(lexer, expr);
  }
}

function parsePrimary(lexer: Lexer): Expr {
  const { kind, start, end } = lexer;
  const span = { start, end };
  switch (kind) {
    case Tok.number: {
      const value = numberValue(lexer);
      lexer.next();
      return { type: 'NumberLiteral', span, value };
    }
    case Tok.duration: {
      const value = durationValue(lexer) / 1000;
      lexer.next();
      return { type: 'NumberLiteral', span, value, duration: true };
    }
    case Tok.string: {
      const value = stringValue(lexer);
      lexer.next();
      return { type: 'StringLiteral', span, value };
    }
    case Tok.name:
    case Tok.metricName:
    case Tok.start:
    case Tok.end:
    case Tok.step:
    case Tok.range:
    case Tok.minOf:
    case Tok.maxOf:
      return parseNamed(lexer);
    case Tok.aggregator:
      return parseAggregator(lexer);
    case Tok.variable:
    case Tok.mixed:
      return parseVariable(lexer);
    case Tok.leftBrace:
      return parseNamelessSelector(lexer);
    case Tok.and:
    case Tok.or:
    case Tok.unless:
    case Tok.by:
    case Tok.without:
    case Tok.offset:
    case Tok.anchored:
    case Tok.smoothed: {
      // Prometheus reads these as metric names where an operand is due; a parenthesis shows that none was meant.
      if (lexer.followedBy('(')) return missingOperand(lexer);
      const { word } = lexer;
      lexer.next();
      return parseNamedSelector(lexer, word, start);
    }
    case Tok.leftParen:
      return parseParen(lexer);
    default:
      return missingOperand(lexer);
  }
}

function missingOperand(lexer: Lexer): ErrorExpr {
  const { kind, start, end, lastEnd } = lexer;
  lexer.reportHere(`expected an expression, found ${describe(lexer)}`, operandHint(lexer));
  const closes = kind === Tok.rightParen || kind === Tok.comma || kind === Tok.eof;
  if (closes || (PRECEDENCE[kind] ?? 0) > 0) return errorExpr(lastEnd, lastEnd);
  lexer.next();
  // A keyword with a list in parentheses, such as `by (job)`, is one mistake.
  if (lexer.kind === Tok.leftParen && kind >= Tok.by) {
    lexer.next();
    lexer.skipTo();
    if (lexer.kind === Tok.rightParen) lexer.next();
  }
  return errorExpr(start, Math.max(end, lexer.lastEnd));
}

function parseParen(lexer: Lexer): Expr {
  const { start, end } = lexer;
  if (!lexer.enterLevel()) return errorExpr(start, end);
  lexer.next();
  const expr = parseExpression(lexer, 1);
  lexer.leaveLevel();
  closeParen(lexer, start);
  return { type: 'ParenExpr', span: { start, end: lexer.lastEnd }, expr };
}

/** Expects the `)` of the parenthesis at `open`; skips what stands before it. */
function closeParen(lexer: Lexer, open: number): void {
  if (lexer.kind !== Tok.rightParen && lexer.kind !== Tok.eof) {
    const hint = lexer.kind === Tok.comma ? 'only calls take several expressions' : strayHint(lexer);
    lexer.reportHere(`expected ) or an operator, found ${describe(lexer)}`, hint);
    lexer.skipTo();
  }
  if (lexer.kind === Tok.rightParen) lexer.next();
  else lexer.report('( is never closed', open, open + 1, 'add )');
}

/** Arguments from `(` to the token after `)`. */
function parseArguments(lexer: Lexer): readonly Expr[] {
  const open = lexer.start;
  if (!lexer.enterLevel()) return [];
  lexer.next();
  const args: Expr[] = [];
  while (lexer.kind !== Tok.rightParen && lexer.kind !== Tok.eof) {
    args.push(parseExpression(lexer, 1));
    if (lexer.kind !== Tok.comma && lexer.kind !== Tok.rightParen && lexer.kind !== Tok.eof) {
      lexer.reportHere(`expected , or ) after an argument, found ${describe(lexer)}`, strayHint(lexer));
      lexer.skipTo(Tok.comma);
    }
    if (lexer.kind === Tok.comma) {
      const { start, end } = lexer;
      lexer.next();
      if (lexer.kind === Tok.rightParen)
        lexer.report('a comma must be followed by an argument', start, end, 'remove the comma');
    }
  }
  lexer.leaveLevel();
  if (lexer.kind === Tok.rightParen) lexer.next();
  else {
    lexer.report('( is never closed', open, open + 1, 'add )');
    // The arguments are still to come: their number is no mistake.
    if (args.length === 0) args.push(errorExpr(lexer.lastEnd, lexer.lastEnd));
  }
  return args;
}

/** A function call or a selector, told apart by what follows the name. */
function parseNamed(lexer: Lexer): Expr {
  const { start, end, kind, word } = lexer;
  lexer.next();
  if (lexer.kind !== Tok.leftParen) return parseNamedSelector(lexer, word, start);
  const plain = kind === Tok.name || kind === Tok.metricName;
  return parseCall(lexer, plain ? word : word.toLowerCase(), { start, end });
}

function parseCall(lexer: Lexer, func: string, funcSpan: Span): Call {
  const args = parseArguments(lexer);
  return { type: 'Call', span: { start: funcSpan.start, end: lexer.lastEnd }, func, funcSpan, args };
}

/** A Grafana variable as a whole expression, or in the place of a metric, a function or an aggregation. */
function parseVariable(lexer: Lexer): Expr {
  const { start, end, word, kind } = lexer;
  lexer.next();
  if (/^\d/.test(word)) return { type: 'VariableExpr', span: { start, end }, text: word };
  if (lexer.kind === Tok.leftParen) {
    const args = parseArguments(lexer);
    if (!startsGrouping(lexer)) {
      return { type: 'Call', span: { start, end: lexer.lastEnd }, func: word, funcSpan: { start, end }, args };
    }
    return aggregateExpr(lexer, { op: 'sum', opVariable: word, start, ...parseGrouping(lexer) }, args);
  }
  if (startsGrouping(lexer)) {
    const grouping = parseGrouping(lexer);
    if (lexer.kind !== Tok.leftParen) return missingArguments(lexer, word, { start, end });
    return aggregateExpr(lexer, { op: 'sum', opVariable: word, start, ...grouping }, parseArguments(lexer));
  }
  const next = lexer.kind;
  const alone =
    next !== Tok.leftBrace &&
    next !== Tok.leftBracket &&
    next !== Tok.at &&
    !(next >= Tok.offset && next <= Tok.smoothed);
  if (kind === Tok.variable && alone) return { type: 'VariableExpr', span: { start, end }, text: word };
  return parseNamedSelector(lexer, word, start);
}

function missingArguments(lexer: Lexer, op: string, span: Span): ErrorExpr {
  lexer.reportHere(
    `${op} needs what it aggregates in parentheses, found ${describe(lexer)}`,
    `write ${op} by (label) (metric)`,
  );
  return errorExpr(span.start, span.end);
}

/** An aggregation, or a metric that has the name of one. */
function parseAggregator(lexer: Lexer): Expr {
  const { start, end, word } = lexer;
  lexer.next();
  const op = AGGREGATORS.get(word.toLowerCase())?.name ?? 'sum';
  if (startsGrouping(lexer)) {
    const grouping = parseGrouping(lexer);
    if (lexer.kind !== Tok.leftParen) return missingArguments(lexer, op, { start, end });
    return aggregateExpr(lexer, { op, start, ...grouping }, parseArguments(lexer));
  }
  if (lexer.kind !== Tok.leftParen) return parseNamedSelector(lexer, word, start);
  const args = parseArguments(lexer);
  return aggregateExpr(lexer, { op, start, ...(startsGrouping(lexer) ? parseGrouping(lexer) : NO_GROUPING) }, args);
}
