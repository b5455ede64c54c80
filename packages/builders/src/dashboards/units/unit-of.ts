import type { AggregateOp, BinaryExpr, Call, Expr } from '@binnacle/promql';
import { CALL_UNITS } from './functions.ts';
import { nameOf, selectorUnit, selectors, seriesArgument, type Contracts } from './series.ts';

function observedUnit(expr: Expr, contracts: Contracts): string | undefined {
  const [first] = selectors(expr);
  if (first === undefined) return undefined;
  return selectorUnit(first, contracts)?.replace(/^bucket:/, '');
}

function perSecond(unit: string | undefined): string | undefined {
  if (unit === undefined || unit.startsWith('bucket:')) return unit;
  return unit === 'seconds' ? 'ratio' : `${unit}/second`;
}

function callUnit(call: Call, contracts: Contracts): string | undefined {
  const rule = CALL_UNITS[call.func];
  const argument = seriesArgument(call);
  if (rule === undefined) return undefined;
  if (typeof rule === 'object') return rule.unit;
  if (argument === undefined) return undefined;
  switch (rule) {
    case 'same':
      return overSeveral(call.func.replace(/_over_time$/, ''), unitOf(argument, contracts));
    case 'rate':
      return perSecond(unitOf(argument, contracts));
    case 'observed':
      return observedUnit(argument, contracts);
    default:
      return rule satisfies never;
  }
}

/** `x_sum / x_count` is the mean of what `x` observes. */
function isMean({ op, left, right }: BinaryExpr): boolean {
  const [sum] = selectors(left);
  const [count] = selectors(right);
  if (op !== '/' || sum === undefined || count === undefined) return false;
  const [whole, part] = [nameOf(sum), nameOf(count)];
  return whole.endsWith('_sum') && part === `${whole.slice(0, -'_sum'.length)}_count`;
}

function product(a: string | undefined, b: string | undefined): string | undefined {
  if (a === 'ratio') return b;
  if (b === 'ratio') return a;
  if (a === undefined || b === undefined) return undefined;
  return b === 'seconds' && a.endsWith('/second') ? a.slice(0, -'/second'.length) : `${a}*${b}`;
}

function quotient(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a === b) return 'ratio';
  if (b === 'ratio') return a;
  if (b === 'seconds') return `${a}/second`;
  return b === `${a}/second` ? 'seconds' : `${a}/${b}`;
}

function numberOf(expr: Expr): number | undefined {
  if (expr.type === 'ParenExpr') return numberOf(expr.expr);
  return expr.type === 'NumberLiteral' ? expr.value : undefined;
}

function binaryUnit(expr: BinaryExpr, contracts: Contracts): string | undefined {
  const { op, left, right } = expr;
  if (expr.bool) return 'bool';
  if (isMean(expr)) return observedUnit(left, contracts)?.replace(/^bucket:/, '');
  const numbers = { left: numberOf(left), right: numberOf(right) };
  const a = numbers.left === undefined ? unitOf(left, contracts) : undefined;
  const b = numbers.right === undefined ? unitOf(right, contracts) : undefined;
  if (op === '^' || op === 'atan2') return undefined;
  if (op === '*') {
    const factor = numbers.left ?? numbers.right;
    if (factor === undefined) return product(a, b);
    const unit = a ?? b;
    return unit === 'ratio' && factor === 100 ? 'percent' : unit;
  }
  if (op === '/') {
    if (numbers.right !== undefined) return a;
    return numbers.left === undefined ? quotient(a, b) : undefined;
  }
  return a ?? b;
}

const AGGREGATE_UNITS: Readonly<Partial<Record<AggregateOp, string>>> = {
  count: 'count',
  count_values: 'count',
  group: 'bool',
};

/** Of truths, the sum is how many hold and the mean is their share; else several values have the unit of each. */
function overSeveral(op: string, unit: string | undefined): string | undefined {
  if (unit !== 'bool') return unit;
  return op === 'sum' ? 'truths' : op === 'avg' ? 'ratio' : unit;
}

/**
 * Unit of an expression at run time, in the words of the contracts (`seconds`, `requests/second`, `ratio`). Follows the
 * same algebra as the types do; undefined when unknown.
 */
export function unitOf(expr: Expr, contracts: Contracts): string | undefined {
  switch (expr.type) {
    case 'VectorSelector':
      return selectorUnit(expr, contracts);
    case 'MatrixSelector':
      return selectorUnit(expr.selector, contracts);
    case 'Call':
      return callUnit(expr, contracts);
    case 'AggregateExpr':
      return AGGREGATE_UNITS[expr.op] ?? overSeveral(expr.op, unitOf(expr.expr, contracts));
    case 'BinaryExpr':
      return binaryUnit(expr, contracts);
    case 'SubqueryExpr':
    case 'UnaryExpr':
    case 'ParenExpr':
      return unitOf(expr.expr, contracts);
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'ErrorExpr':
      return undefined;
    default:
      return expr satisfies never;
  }
}
