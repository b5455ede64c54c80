import type { BinaryExpr, Expr } from '@binnacle/promql';
import { canHave } from './bound.ts';
import { type InferLabels, inferLabels } from './infer.ts';

/** The sides of an operation whose labels its results carry. */
function sidesOf({ op, left, right, matching }: BinaryExpr): readonly Expr[] {
  if (op === 'and' || op === 'unless' || matching?.card === 'many-to-one') return [left];
  return matching?.card === 'one-to-many' ? [right] : [left, right];
}

function vectorsOf(expr: Expr): readonly Expr[] {
  switch (expr.type) {
    case 'AggregateExpr':
    case 'ParenExpr':
    case 'SubqueryExpr':
    case 'UnaryExpr':
      return [expr.expr];
    case 'MatrixSelector':
      return [expr.selector];
    case 'BinaryExpr':
      return sidesOf(expr);
    case 'Call':
      return expr.args;
    case 'VectorSelector':
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'ErrorExpr':
      return [];
    default:
      return expr satisfies never;
  }
}

/** The outermost part of an expression that removes `label` from what it is given; undefined when nothing had it. */
export function removedBy(expr: Expr, label: string, infer: InferLabels = inferLabels): Expr | undefined {
  const inner = vectorsOf(expr);
  if (inner.some((part) => canHave(infer(part), label))) return expr;
  for (const part of inner) {
    const found = removedBy(part, label, infer);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A part of an expression in a few words: `sum by (job)`, `absent()`, `* on (instance)`. */
export function describe(expr: Expr): string {
  if (expr.type === 'Call') return `${expr.func}()`;
  if (expr.type === 'AggregateExpr') {
    const labels = expr.grouping.map(({ name }) => name).join(', ');
    if (labels === '' && !expr.without) return `${expr.op} without "by"`;
    return `${expr.op} ${expr.without ? 'without' : 'by'} (${labels})`;
  }
  if (expr.type !== 'BinaryExpr') return 'the expression';
  const { op, matching } = expr;
  if (matching === undefined || (!matching.on && matching.labels.length === 0)) return `${op} between its two sides`;
  return `${op} ${matching.on ? 'on' : 'ignoring'} (${matching.labels.map(({ name }) => name).join(', ')})`;
}
