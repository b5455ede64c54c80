import type { BinaryOp } from './ast.ts';

const PRECEDENCES: Readonly<Record<BinaryOp, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '<=': 3,
  '<': 3,
  '>=': 3,
  '>': 3,
  '</': 3,
  '>/': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  atan2: 5,
  '^': 6,
};

/** Precedence of a binary operator: `or` 1 to `^` 6. */
export function precedenceOf(op: BinaryOp): number {
  return PRECEDENCES[op];
}

/** Precedence of a sign: that of `*`, so `-a ^ 2` is `-(a ^ 2)` and `-a * b` is `(-a) * b`. */
export const SIGN_PRECEDENCE = 5;
