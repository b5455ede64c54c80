import type { LabelRef, VectorMatching } from '../ast.ts';
import type { Lexer } from '../lexer.ts';
import { Tok } from '../token.ts';
import { describe } from './describe.ts';
import { parseLabels } from './labels.ts';
import { durationValue, numberValue } from './literal.ts';

/** What stands between a binary operator and its right operand. `matching` is what was written, if anything. */
export interface BinaryModifiers {
  readonly bool: boolean;
  readonly matching?: VectorMatching;
}

const NONE: BinaryModifiers = { bool: false };

/** `bool`, `on`/`ignoring`, `group_left`/`group_right`, `fill…`, in this order, each optional. */
export function parseBinaryModifiers(lexer: Lexer): BinaryModifiers {
  const { kind } = lexer;
  if (kind < Tok.on || kind > Tok.bool) return NONE;
  const bool = kind === Tok.bool;
  if (bool) lexer.next();
  const written = parseMatching(lexer);
  if (lexer.kind === Tok.bool) {
    lexer.reportHere('bool goes directly after the operator', 'write == bool on (...)');
    lexer.next();
  }
  return written === undefined ? { bool } : { bool, matching: written };
}

function parseMatching(lexer: Lexer): VectorMatching | undefined {
  const on = lexer.kind === Tok.on;
  let labels: readonly LabelRef[] = [];
  let written = false;
  if (on || lexer.kind === Tok.ignoring) {
    written = true;
    lexer.next();
    labels = parseLabels(lexer, on ? 'on' : 'ignoring');
  }
  let card: VectorMatching['card'] = 'one-to-one';
  let include: readonly LabelRef[] = [];
  if (lexer.kind === Tok.groupLeft || lexer.kind === Tok.groupRight) {
    const clause = lexer.kind === Tok.groupLeft ? 'group_left' : 'group_right';
    if (!written) lexer.reportHere(`${clause} needs on or ignoring before it`, `write on (label) ${clause} (...)`);
    written = true;
    card = clause === 'group_left' ? 'many-to-one' : 'one-to-many';
    lexer.next();
    if (lexer.kind === Tok.leftParen) include = parseLabels(lexer, clause);
  }
  const fill = parseFill(lexer);
  return written || fill !== undefined ? { card, on, labels, include, ...fill } : undefined;
}

interface Fill {
  fillLeft?: number;
  fillRight?: number;
}

function parseFill(lexer: Lexer): Fill | undefined {
  let fill: Fill | undefined;
  while (lexer.kind === Tok.fill || lexer.kind === Tok.fillLeft || lexer.kind === Tok.fillRight) {
    const { kind, word } = lexer;
    const twice =
      fill !== undefined && (kind === Tok.fill || (kind === Tok.fillLeft ? 'fillLeft' : 'fillRight') in fill);
    if (twice) lexer.reportHere(`${word} is set twice`, 'write fill_left(...) fill_right(...) for two values');
    const value = parseFillValue(lexer, word);
    fill ??= {};
    if (kind !== Tok.fillRight) fill.fillLeft = value;
    if (kind !== Tok.fillLeft) fill.fillRight = value;
  }
  return fill;
}

function parseFillValue(lexer: Lexer, word: string): number {
  lexer.next();
  const open = lexer.start;
  lexer.next();
  const negative = lexer.kind === Tok.sub;
  if (negative || lexer.kind === Tok.add) lexer.next();
  let value = 0;
  if (lexer.kind === Tok.number) {
    value = numberValue(lexer);
    lexer.next();
  } else if (lexer.kind === Tok.duration) {
    value = durationValue(lexer) / 1000;
    lexer.next();
  } else {
    lexer.reportHere(`${word} takes one number, found ${describe(lexer)}`, `write ${word}(0)`);
    lexer.skipTo();
  }
  if (lexer.kind === Tok.rightParen) lexer.next();
  else if (lexer.kind === Tok.eof) lexer.report('( is never closed', open, open + 1, 'add )');
  else {
    lexer.reportHere(`${word} takes one number, found ${describe(lexer)} after it`);
    lexer.skipTo();
    if (lexer.kind === Tok.rightParen) lexer.next();
  }
  return negative ? -value : value;
}
