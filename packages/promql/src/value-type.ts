import type { Expr, ValueType } from './ast.ts';
import { FUNCTIONS } from './functions.ts';

/** A value type, or `unknown` for Grafana variables, unknown functions and what could not be parsed. */
export type ExprType = ValueType | 'unknown';

/** A type as messages name it. */
export const TYPE_NAMES: Readonly<Record<ExprType, string>> = {
  scalar: 'a scalar',
  string: 'a string',
  vector: 'an instant vector',
  matrix: 'a range vector',
  unknown: 'this',
};

/** The type an expression evaluates to. */
export function valueType(expr: Expr): ExprType {
  let node = expr;
  // Operations lean to the left: `a + b + c` is a deep left spine, walked without recursion.
  let binary = false;
  let unknown = false;
  for (;;) {
    if (node.type === 'ParenExpr' || node.type === 'UnaryExpr') node = node.expr;
    else if (node.type === 'BinaryExpr') {
      if (node.matching !== undefined || isSetOperator(node.op)) return 'vector';
      const right = valueType(node.right);
      if (right === 'vector') return 'vector';
      binary = true;
      if (right === 'unknown') unknown = true;
      node = node.left;
    } else {
      const type = leafType(node);
      if (!binary) return type;
      if (type === 'scalar') return unknown ? 'unknown' : 'scalar';
      return type === 'unknown' ? 'unknown' : 'vector';
    }
  }
}

/** Whether an operator works on sets of series instead of values. */
export function isSetOperator(op: string): boolean {
  return op === 'and' || op === 'or' || op === 'unless';
}

/** Whether an operator compares, and so filters unless `bool` is given. */
export function isComparison(op: string): boolean {
  return op === '==' || op === '!=' || op === '>' || op === '<' || op === '>=' || op === '<=';
}

function leafType(expr: Exclude<Expr, { type: 'ParenExpr' | 'UnaryExpr' | 'BinaryExpr' }>): ExprType {
  switch (expr.type) {
    case 'NumberLiteral':
      return 'scalar';
    case 'StringLiteral':
      return 'string';
    case 'VectorSelector':
    case 'AggregateExpr':
      return 'vector';
    case 'MatrixSelector':
    case 'SubqueryExpr':
      return 'matrix';
    case 'Call':
      return FUNCTIONS.get(expr.func)?.returns ?? 'unknown';
    case 'VariableExpr':
    case 'ErrorExpr':
      return 'unknown';
    default:
      return expr satisfies never;
  }
}
