import type { BinaryExpr, Expr } from './ast.ts';

/**
 * A copy of an expression in which `replace` has had its say on every node, innermost first. Parts it returns as they are
 * stay shared with the original. The selector of a range only changes into another selector.
 */
export function transform(expr: Expr, replace: (node: Expr) => Expr): Expr {
  if (expr.type === 'BinaryExpr') return transformOperations(expr, replace);
  return replace(withChildren(expr, (child) => transform(child, replace)));
}

/** A chain of operators leans to the left; it is rebuilt from its first operand on. */
function transformOperations(expr: BinaryExpr, replace: (node: Expr) => Expr): Expr {
  const chain: BinaryExpr[] = [];
  let first: Expr = expr;
  for (; first.type === 'BinaryExpr'; first = first.left) chain.push(first);
  let result = transform(first, replace);
  for (let i = chain.length - 1; i >= 0; i--) {
    const operation = chain[i];
    if (operation === undefined) continue;
    const right = transform(operation.right, replace);
    const same = result === operation.left && right === operation.right;
    result = replace(same ? operation : { ...operation, left: result, right });
  }
  return result;
}

function withChildren(expr: Exclude<Expr, BinaryExpr>, map: (child: Expr) => Expr): Expr {
  switch (expr.type) {
    case 'MatrixSelector': {
      const selector = map(expr.selector);
      if (selector === expr.selector) return expr;
      if (selector.type !== 'VectorSelector')
        throw new TypeError(`a range needs a VectorSelector, got ${selector.type}`);
      return { ...expr, selector };
    }
    case 'SubqueryExpr':
    case 'UnaryExpr':
    case 'ParenExpr': {
      const inner = map(expr.expr);
      return inner === expr.expr ? expr : { ...expr, expr: inner };
    }
    case 'Call': {
      const args = expr.args.map(map);
      return args.every((arg, i) => arg === expr.args[i]) ? expr : { ...expr, args };
    }
    case 'AggregateExpr': {
      const param = expr.param === undefined ? undefined : map(expr.param);
      const inner = map(expr.expr);
      if (param === expr.param && inner === expr.expr) return expr;
      return param === undefined ? { ...expr, expr: inner } : { ...expr, param, expr: inner };
    }
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'VectorSelector':
    case 'ErrorExpr':
      return expr;
    default:
      return expr satisfies never;
  }
}
