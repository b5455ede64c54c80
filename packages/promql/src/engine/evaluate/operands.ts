import type { Expr } from '../../ast.ts';
import { newColumn, setFloat } from './column.ts';
import { fail } from './failure.ts';
import { ANY_USE, type Frame, type Use } from './query.ts';
import type { Column, Value } from './value.ts';
import { NO_LABELS } from '../labels.ts';

/** The scalar an expression evaluates to at each step. */
export function scalarsOf(expr: Expr, frame: Frame): Float64Array {
  const value = frame.query.evaluate(expr, frame, ANY_USE);
  return value.type === 'scalar' ? value.values : fail('expected a scalar', expr.span);
}

/** The instant vector an expression evaluates to. */
export function columnsOf(expr: Expr, frame: Frame, use: Use = ANY_USE): readonly Column[] {
  const value = frame.query.evaluate(expr, frame, use);
  return value.type === 'vector' ? value.columns : fail('expected an instant vector', expr.span);
}

/** The text of a string literal, however many parentheses are around it. */
export function textOf(expr: Expr): string {
  let inner = expr;
  while (inner.type === 'ParenExpr') inner = inner.expr;
  return inner.type === 'StringLiteral' ? inner.value : fail('expected a string', expr.span);
}

/** A vector of one series without labels that has the given values. */
export function vectorOf(frame: Frame, values: Float64Array): Value {
  const column = newColumn(frame, NO_LABELS);
  for (let step = 0; step < frame.count; step++) setFloat(column, step, values[step] ?? NaN);
  return { type: 'vector', columns: [column] };
}
