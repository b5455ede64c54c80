import type { Expr } from './ast.ts';

/** The expressions directly within an expression, in the order of the text. */
export function children(expr: Expr): readonly Expr[] {
  switch (expr.type) {
    case 'MatrixSelector':
      return [expr.selector];
    case 'SubqueryExpr':
    case 'UnaryExpr':
    case 'ParenExpr':
      return [expr.expr];
    case 'Call':
      return expr.args;
    case 'AggregateExpr':
      return expr.param === undefined ? [expr.expr] : [expr.param, expr.expr];
    case 'BinaryExpr':
      return [expr.left, expr.right];
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'VectorSelector':
    case 'ErrorExpr':
      return [];
    default:
      return expr satisfies never;
  }
}

/**
 * Calls `visit` for an expression and everything within it, outermost first, in the order of the text. `parents` leads from
 * the root to the node and is only valid during the call. Returning `false` leaves out what is within the node.
 */
export function walk(expr: Expr, visit: (node: Expr, parents: readonly Expr[]) => void | boolean): void {
  // An explicit stack, as a chain of operators nests as deep as it is long. `undefined` closes the innermost parent.
  const parents: Expr[] = [];
  const stack: (Expr | undefined)[] = [expr];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) {
      parents.pop();
      continue;
    }
    if (visit(node, parents) === false) continue;
    const inner = children(node);
    if (inner.length === 0) continue;
    parents.push(node);
    stack.push(undefined);
    for (let i = inner.length - 1; i >= 0; i--) stack.push(inner[i]);
  }
}
