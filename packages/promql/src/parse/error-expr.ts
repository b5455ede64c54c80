import type { ErrorExpr } from '../ast.ts';

/** What stands in the tree where an expression could not be read. */
export function errorExpr(start: number, end: number): ErrorExpr {
  return { type: 'ErrorExpr', span: { start, end } };
}
