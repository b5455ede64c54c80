import type { Expr, VariableExpr } from '../ast.ts';
import { print, printOperator } from '../print.ts';
import { children } from '../walk.ts';
import { tail } from './operation.ts';
import type { Compare, PlacedPart } from './part.ts';

/** Stands for what is wrapped. */
const HOLE: VariableExpr = { type: 'VariableExpr', text: '…', span: { start: 0, end: 0 } };

/** An expression with one that is directly within it left out: `sum by (job) (…)`, `and up == 1`. Undefined where nothing is around it. */
function around(expr: Expr, child: Expr): string | undefined {
  if (expr.type === 'BinaryExpr') {
    return expr.left === child ? tail(expr) : `${print(expr.left)} ${printOperator(expr)}`;
  }
  if (expr.type === 'Call') return print({ ...expr, args: expr.args.map((arg) => (arg === child ? HOLE : arg)) });
  const isAround = expr.type === 'AggregateExpr' || expr.type === 'UnaryExpr' || expr.type === 'SubqueryExpr';
  return isAround && expr.expr === child ? print({ ...expr, expr: HOLE }) : undefined;
}

function* wraps(wrapper: Expr): Generator<readonly [child: Expr, around: string]> {
  for (const child of children(wrapper)) {
    const text = around(wrapper, child);
    if (text !== undefined) yield [child, text];
  }
}

/** Ways in which one expression is the other with something put around it, or taken from around it. */
export function* wrappings(before: Expr, after: Expr, compare: Compare): Generator<readonly PlacedPart[]> {
  for (const [child, text] of wraps(after)) yield [{ before: '', after: text }, ...compare(before, child)];
  for (const [child, text] of wraps(before)) yield [{ before: text, after: '' }, ...compare(child, after)];
}
