import { SIGNED } from '@binnacle/model';
import type { Expr } from '@binnacle/promql';
import { CALL_UNITS, NEVER_NEGATIVE } from './functions.ts';
import { unitOf } from './unit-of.ts';
import { selectorUnit, seriesArgument, type Contracts } from './series.ts';

/** Functions that keep the unit and may still fall below zero. */
const CAN_FALL: ReadonlySet<string> = new Set([
  'delta',
  'idelta',
  'predict_linear',
  'double_exponential_smoothing',
  'holt_winters',
]);

/** `1 - share`: what is left of a whole. */
function isComplement(whole: Expr, share: Expr, contracts: Contracts): boolean {
  return whole.type === 'NumberLiteral' && whole.value === 1 && unitOf(share, contracts) === 'ratio';
}

/** True when no value of the expression can be below zero, so that an axis may start there. */
export function isNonNegative(expr: Expr, contracts: Contracts): boolean {
  switch (expr.type) {
    case 'NumberLiteral':
      return expr.value >= 0;
    case 'VectorSelector': {
      const unit = selectorUnit(expr, contracts);
      return unit !== undefined && !SIGNED.has(unit);
    }
    case 'Call': {
      if (NEVER_NEGATIVE.has(expr.func)) return true;
      const argument = seriesArgument(expr);
      const rule = CALL_UNITS[expr.func];
      return (
        argument !== undefined &&
        (rule === 'observed' || (rule === 'same' && !CAN_FALL.has(expr.func))) &&
        isNonNegative(argument, contracts)
      );
    }
    case 'AggregateExpr':
      return expr.op === 'count' || expr.op === 'group' || isNonNegative(expr.expr, contracts);
    case 'BinaryExpr':
      if (expr.op === '-') return isComplement(expr.left, expr.right, contracts);
      if (expr.op === 'atan2') return false;
      return expr.bool || (isNonNegative(expr.left, contracts) && isNonNegative(expr.right, contracts));
    case 'MatrixSelector':
      return isNonNegative(expr.selector, contracts);
    case 'SubqueryExpr':
    case 'ParenExpr':
      return isNonNegative(expr.expr, contracts);
    case 'UnaryExpr':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'ErrorExpr':
      return false;
    default:
      return expr satisfies never;
  }
}
