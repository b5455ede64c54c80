import type { BinaryExpr, VectorMatching } from '../ast.ts';
import { isSetOperator, type ExprType } from '../value-type.ts';

/** Type of an arithmetic or comparing operation, from those of its operands. */
export function combinedType(left: ExprType, right: ExprType): ExprType {
  if (left === 'scalar' && right === 'scalar') return 'scalar';
  const known = left !== 'unknown' && right !== 'unknown';
  return known || left === 'vector' || right === 'vector' ? 'vector' : 'unknown';
}

/**
 * An operation as the tree has it: one between vectors has a matching, be it the default one; no other has, unless it was
 * written by mistake.
 */
export function binaryExpr(
  { op, bool, left, right, span }: Pick<BinaryExpr, 'op' | 'bool' | 'left' | 'right' | 'span'>,
  written: VectorMatching | undefined,
  [leftType, rightType]: readonly [ExprType, ExprType],
): BinaryExpr {
  const set = isSetOperator(op);
  const vectors =
    maybeVector(leftType) && maybeVector(rightType) && (set || leftType === rightType || written !== undefined);
  if (vectors && (leftType === 'vector' || rightType === 'vector' || written !== undefined || set)) {
    const matching = written === undefined ? (set ? SET_MATCHING : DEFAULT_MATCHING) : withCard(written, set);
    return { type: 'BinaryExpr', span, op, left, right, bool, matching };
  }
  const meant =
    written !== undefined &&
    (written.labels.length > 0 || written.fillLeft !== undefined || written.fillRight !== undefined);
  return meant
    ? { type: 'BinaryExpr', span, op, left, right, bool, matching: written }
    : { type: 'BinaryExpr', span, op, left, right, bool };
}

const DEFAULT_MATCHING: VectorMatching = { card: 'one-to-one', on: false, labels: [], include: [] };
const SET_MATCHING: VectorMatching = { card: 'many-to-many', on: false, labels: [], include: [] };

function maybeVector(type: ExprType): boolean {
  return type === 'vector' || type === 'unknown';
}

function withCard(matching: VectorMatching, set: boolean): VectorMatching {
  return set && matching.card === 'one-to-one' ? { ...matching, card: 'many-to-many' } : matching;
}
