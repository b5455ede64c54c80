import type { Expr } from '../ast.ts';
import { print } from '../print.ts';

/** A part of a query that changed, as it prints before and after. Empty: it was not there, or is no longer. */
export interface ChangedPart {
  readonly before: string;
  readonly after: string;
}

/** A part with the selector or call it is in, for where the part alone does not tell which one is meant. */
export interface PlacedPart extends ChangedPart {
  readonly within?: ChangedPart;
}

/** Compares two parts of a query; an empty list when they mean the same. */
export type Compare = (before: Expr, after: Expr) => readonly PlacedPart[];

/** The one part in which two texts differ, or none. */
export function changed(before: string, after: string): ChangedPart[] {
  return before === after ? [] : [{ before, after }];
}

/** What one more part costs a reader, in characters. */
const PART = 6;

/** Longest selector or call that is shown around a part. */
const LONGEST = 120;

/** Parts with the expressions they are in, where these are short. */
export function placed(parts: readonly PlacedPart[], before: Expr, after: Expr): readonly PlacedPart[] {
  if (parts.length === 0) return parts;
  const within = { before: print(before), after: print(after) };
  const isLong = Math.max(within.before.length, within.after.length) > LONGEST;
  return isLong ? parts : parts.map((part) => ({ ...part, within }));
}

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
