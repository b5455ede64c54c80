import type { BinaryExpr, BinaryOp, Span } from '../../ast.ts';
import { isComparison } from '../../value-type.ts';
import { fail } from './failure.ts';
import { info, type Query, warn } from './query.ts';
import {
  addHistograms,
  compact,
  divideHistogram,
  multiplyHistogram,
  sameHistogram,
  subtractHistograms,
} from '../histogram/arithmetic.ts';
import type { Histogram } from '../histogram/histogram.ts';
import { trimHistogram } from '../histogram/trim.ts';

/** Value of an operation on floats; comparisons give 1 or 0. */
export type FloatOperator = (left: number, right: number) => number;

/** Operations on floats by operator. */
const FLOAT_OPERATORS: Readonly<Partial<Record<BinaryOp, FloatOperator>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': power,
  atan2: Math.atan2,
  '==': (a, b) => (a === b ? 1 : 0),
  '!=': (a, b) => (a === b ? 0 : 1),
  '>': (a, b) => (a > b ? 1 : 0),
  '<': (a, b) => (a < b ? 1 : 0),
  '>=': (a, b) => (a >= b ? 1 : 0),
  '<=': (a, b) => (a <= b ? 1 : 0),
};

/** As C and Go do it: 1 to any power, and anything to the power of 0, is 1; JavaScript says NaN. */
function power(base: number, exponent: number): number {
  return base === 1 || (base === -1 && Math.abs(exponent) === Infinity) ? 1 : base ** exponent;
}

export function floatOperator({ op, span }: Pick<BinaryExpr, 'op' | 'span'>): FloatOperator | undefined {
  if (op === '</' || op === '>/') return undefined;
  return FLOAT_OPERATORS[op] ?? fail(`${op} does not work on numbers`, span);
}

/** Whether an operation makes something else of the values, so that the metric's name no longer fits. */
export function changesMeaning({ op, bool }: Pick<BinaryExpr, 'op' | 'bool'>): boolean {
  if (op === '</' || op === '>/') return false;
  return bool || !isComparison(op);
}

/** One side of an operation at one step: a histogram, or a float. */
export type Operand = number | Histogram;

/**
 * An operation in which a histogram takes part. `undefined` when the samples do not go together, which is noted, or when a
 * comparison does not hold.
 */
export function histogramOperation(
  query: Query,
  expr: BinaryExpr,
  left: Operand,
  right: Operand,
): Histogram | undefined {
  const { op, span } = expr;
  if (typeof left === 'object' && typeof right === 'object') {
    if (op === '+' || op === '-') return sumOrDifference(query, expr, left, right);
    if (op === '==') return sameHistogram(left, right) ? left : undefined;
    if (op === '!=') return sameHistogram(left, right) ? undefined : left;
  } else if (typeof left === 'object' && typeof right === 'number') {
    if (op === '*') return multiplyHistogram(left, right);
    if (op === '/') return divideHistogram(left, right);
    if (op === '</') return trimHistogram(left, right, 'below');
    if (op === '>/') return trimHistogram(left, right, 'above');
  } else if (typeof right === 'object' && typeof left === 'number' && op === '*') return multiplyHistogram(right, left);
  noteIncompatible(query, op, left, right, span);
  return undefined;
}

export function noteIncompatible(query: Query, op: BinaryOp, left: Operand, right: Operand, span: Span): void {
  const kind = (operand: Operand) => (typeof operand === 'number' ? 'float' : 'histogram');
  info(
    query,
    `incompatible sample types encountered for binary operator "${op}": ${kind(left)} ${op} ${kind(right)}`,
    span,
  );
}

function sumOrDifference(
  query: Query,
  { op, span }: BinaryExpr,
  left: Histogram,
  right: Histogram,
): Histogram | undefined {
  const result = op === '+' ? addHistograms(left, right) : subtractHistograms(left, right);
  const name = op === '+' ? 'addition' : 'subtraction';
  if (result === undefined) {
    warn(query, `incompatible bucket layout encountered for binary operator ${op}`, span);
    return undefined;
  }
  if (result.conflict) warn(query, `conflicting counter resets during histogram ${name}`, span);
  if (result.reconciled) info(query, `mismatched custom buckets were reconciled during ${name}`, span);
  const histogram = compact(result.histogram);
  return op === '-' ? { ...histogram, hint: 'gauge' } : histogram;
}
