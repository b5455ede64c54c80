import type { Expr } from './ast.ts';
import { print } from './print.ts';

/** An expression within a message: as it prints when that is short, else three dots. */
export function summary(expr: Expr): string {
  if (expr.type === 'BinaryExpr') return '...';
  const text = print(expr);
  return text.length > 60 ? '...' : text;
}
