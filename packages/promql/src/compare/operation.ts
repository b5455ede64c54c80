import type { BinaryExpr, Expr } from '../ast.ts';
import { print, printMatching, printOperand, printOperator, rightMinimum } from '../print.ts';
import { changed, type ChangedPart, type Compare, inner, type PlacedPart } from './part.ts';

/** True for what is one number wherever it is evaluated: a threshold or a factor. */
function isNumber(expr: Expr): boolean {
  const node = inner(expr);
  if (node.type === 'UnaryExpr') return isNumber(node.expr);
  return node.type === 'NumberLiteral' || node.type === 'VariableExpr';
}

/** An operation without its left side: `> 0.05`, `and on (job) up == 1`. */
export function tail(operation: BinaryExpr): string {
  return `${printOperator(operation)} ${printOperand(operation.right, rightMinimum(operation))}`;
}

/** `a or b or c` as its operands, each with the operation it is the right side of; the first has none. */
interface Operand {
  readonly expr: Expr;
  readonly operation?: BinaryExpr;
}

function operands(expr: BinaryExpr): Operand[] {
  const found: Operand[] = [];
  let node: Expr = expr;
  while (node.type === 'BinaryExpr' && printOperator(node) === printOperator(expr)) {
    found.push({ expr: node.right, operation: node });
    node = inner(node.left);
  }
  return [...found, { expr: node }].toReversed();
}

function whole({ expr, operation }: Operand): string {
  return operation === undefined ? print(inner(expr)) : tail(operation);
}

/** Chains of one operator and different length: operands both have stay, the others were added, removed or, side by side, changed. */
function chainParts(before: readonly Operand[], after: readonly Operand[], compare: Compare): ChangedPart[] {
  const parts: ChangedPart[] = [];
  let next = 0;
  const rest = [...before];
  for (const operand of after) {
    const index = rest.findIndex((other, i) => i >= next && compare(other.expr, operand.expr).length === 0);
    if (index === -1) parts.push({ before: '', after: whole(operand) });
    else {
      parts.push(...rest.slice(next, index).map((other) => ({ before: whole(other), after: '' })));
      next = index + 1;
    }
  }
  return [...parts, ...rest.slice(next).map((other) => ({ before: whole(other), after: '' }))];
}

function operator({ op, bool }: BinaryExpr): string {
  return bool ? `${op} bool` : op;
}

function matchingOf({ matching }: BinaryExpr): string {
  return matching === undefined ? '' : printMatching(matching).trim();
}

/** Differences of two operations. A number on the right is shown with its operator: `> 0.05` and not `0.05`. */
export function operationParts(before: BinaryExpr, after: BinaryExpr, compare: Compare): readonly PlacedPart[] {
  const [old, next] = [operands(before), operands(after)];
  if (old.length !== next.length && printOperator(before) === printOperator(after)) {
    return chainParts(old, next, compare);
  }
  const left = compare(before.left, after.left);
  const right = compare(before.right, after.right);
  const isSame = printOperator(before) === printOperator(after);
  if (isNumber(before.right) && isNumber(after.right)) {
    return isSame && right.length === 0 ? left : [...left, { before: tail(before), after: tail(after) }];
  }
  return [
    ...left,
    ...changed(operator(before), operator(after)),
    ...changed(matchingOf(before), matchingOf(after)),
    ...right,
  ];
}
