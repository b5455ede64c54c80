import type { BinaryExpr, Expr } from './ast.ts';
import {
  closed,
  leftMinimum,
  needsParens,
  print,
  printAggregateHead,
  printOperand,
  printOperator,
  printSubquerySuffix,
  rightMinimum,
} from './print.ts';
import { children } from './walk.ts';

/** Longest line that is left whole, in characters, as in `promtool promql format`. */
const MAX_WIDTH = 100;

/**
 * A query over several lines, indented by two spaces, wherever a part is wider than 100 characters: the layout of `promtool
 * promql format`, but with the operands of a chain such as `a or b or c` on one level. Reads back into an equal tree.
 */
export function pretty(expr: Expr): string {
  return layout(expr, 0);
}

function layout(expr: Expr, level: number): string {
  const line = fitting(expr);
  if (line !== undefined) return indent(level) + line;
  switch (expr.type) {
    case 'Call':
      return `${indent(level)}${expr.func}(\n${list(expr.args, level + 1)}\n${indent(level)})`;
    case 'AggregateExpr': {
      const args = expr.param === undefined ? [expr.expr] : [expr.param, expr.expr];
      return `${indent(level)}${printAggregateHead(expr)}(\n${list(args, level + 1)}\n${indent(level)})`;
    }
    case 'ParenExpr':
      return inParens(expr.expr, level);
    case 'UnaryExpr':
      return indent(level) + expr.op + operand(expr.expr, 6, level).trimStart();
    case 'SubqueryExpr':
      return operand(expr.expr, 8, level) + printSubquerySuffix(expr);
    case 'BinaryExpr':
      return operations(expr, level);
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'VectorSelector':
    case 'MatrixSelector':
    case 'ErrorExpr':
      return indent(level) + print(expr);
    default:
      return expr satisfies never;
  }
}

function indent(level: number): string {
  return '  '.repeat(level);
}

/** The expression on one line if that is short enough. */
function fitting(expr: Expr): string | undefined {
  if (leastWidth(expr) > MAX_WIDTH) return undefined;
  const line = print(expr);
  return line.length <= MAX_WIDTH ? line : undefined;
}

/** A lower bound of an expression's width that looks no further than it must, so that deep trees are not printed at every level. */
function leastWidth(expr: Expr): number {
  let width = 0;
  const stack: Expr[] = [expr];
  for (let node = stack.pop(); node !== undefined && width <= MAX_WIDTH; node = stack.pop()) {
    width += ownWidth(node);
    if (node.type === 'Call' && node.args.length > MAX_WIDTH) return Infinity;
    stack.push(...children(node));
  }
  return width;
}

function ownWidth(expr: Expr): number {
  if (expr.type === 'Call') return expr.func.length + 2;
  if (expr.type === 'VectorSelector') return (expr.name?.length ?? 0) + 6 * expr.matchers.length;
  return expr.type === 'BinaryExpr' ? 3 : 1;
}

function inParens(expr: Expr, level: number): string {
  return `${indent(level)}(\n${layout(expr, level + 1)}\n${indent(level)})`;
}

function list(exprs: readonly Expr[], level: number): string {
  return exprs.map((expr) => layout(expr, level)).join(',\n');
}

/** Operands one level deeper than the operators between them; a chain of operators of one precedence is one list. */
function operations(expr: BinaryExpr, level: number): string {
  const chain: BinaryExpr[] = [expr];
  let first = expr.left;
  while (first.type === 'BinaryExpr' && leftMinimum(first) === leftMinimum(expr) && expr.op !== '^') {
    chain.push(first);
    first = first.left;
  }
  const steps = chain.toReversed();
  const lines = [operand(closed(first, steps[0] ?? expr), leftMinimum(expr), level + 1)];
  for (const [i, operation] of steps.entries()) {
    const next = steps[i + 1];
    const right = next === undefined ? operation.right : closed(operation.right, next);
    lines.push(indent(level) + printOperator(operation), operand(right, rightMinimum(operation), level + 1));
  }
  return lines.join('\n');
}

function operand(expr: Expr, minimum: number, level: number): string {
  if (expr.type === 'NumberLiteral') return indent(level) + printOperand(expr, minimum);
  return needsParens(expr, minimum) ? inParens(expr, level) : layout(expr, level);
}
