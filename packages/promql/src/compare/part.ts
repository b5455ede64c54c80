import type { Expr } from '../ast.ts';

/** A part of a query that changed, as it prints before and after. Empty: it was not there, or is no longer. */
export interface ChangedPart {
  readonly before: string;
  readonly after: string;
}

/** Compares two parts of a query; an empty list when they mean the same. */
export type Compare = (before: Expr, after: Expr) => readonly ChangedPart[];

/** The one part in which two texts differ, or none. */
export function changed(before: string, after: string): ChangedPart[] {
  return before === after ? [] : [{ before, after }];
}

/** What one more part costs a reader, in characters. */
const PART = 6;

/** How much there is to read. */
export function cost(parts: readonly ChangedPart[]): number {
  return parts.reduce((sum, { before, after }) => sum + before.length + after.length + PART, 0);
}

/** The expression within any parentheses. */
export function inner(expr: Expr): Expr {
  let node = expr;
  while (node.type === 'ParenExpr') node = node.expr;
  return node;
}
