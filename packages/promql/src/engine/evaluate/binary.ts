import type { BinaryExpr } from '../../ast.ts';
import { isComparison } from '../../value-type.ts';
import { joinSame, newColumn, setFloat, setHistogram, unnamed } from './column.ts';
import { fail } from './failure.ts';
import { joinVectors } from './join.ts';
import { changesMeaning, type FloatOperator, floatOperator, histogramOperation, noteIncompatible } from './operator.ts';
import { type Frame } from './query.ts';
import { ABSENT, type Column, type NewColumn, type Value } from './value.ts';
import { FLOAT, HISTOGRAM } from '../storage.ts';

/** Arithmetic, comparison and trimming between scalars and vectors. */
export function binaryOperation(expr: BinaryExpr, frame: Frame, left: Value, right: Value): Value {
  if (left.type === 'string' || right.type === 'string') return fail(`${expr.op} does not work on strings`, expr.span);
  if (left.type === 'vector' && right.type === 'vector') {
    return { type: 'vector', columns: joinVectors(expr, frame, left.columns, right.columns) };
  }
  const operate = floatOperator(expr);
  if (left.type === 'scalar' && right.type === 'scalar') {
    if (operate === undefined) return fail(`${expr.op} works on histograms`, expr.span);
    const values = new Float64Array(frame.count);
    for (let step = 0; step < frame.count; step++) {
      values[step] = operate(left.values[step] ?? NaN, right.values[step] ?? NaN);
    }
    return { type: 'scalar', values };
  }
  const vector = left.type === 'vector' ? left.columns : right.type === 'vector' ? right.columns : [];
  const scalar = left.type === 'scalar' ? left.values : right.type === 'scalar' ? right.values : new Float64Array(0);
  const columns = vector.map((column) => withScalar(expr, frame, column, scalar, left.type === 'scalar', operate));
  return { type: 'vector', columns: changesMeaning(expr) ? joinSame(frame, columns, expr.span) : columns };
}

function withScalar(
  expr: BinaryExpr,
  frame: Frame,
  column: Column,
  scalar: Float64Array,
  swapped: boolean,
  operate: FloatOperator | undefined,
): Column {
  const { labels, dropName } = changesMeaning(expr) ? unnamed(frame.query, column) : column;
  const result = newColumn(frame, labels, dropName);
  const { kinds, values } = column;
  const filters = isComparison(expr.op) && !expr.bool;
  for (let step = 0; step < frame.count; step++) {
    const kind = kinds[step];
    if (kind === ABSENT) continue;
    const number = scalar[step] ?? NaN;
    if (kind === FLOAT && operate !== undefined) {
      const value = values[step] ?? NaN;
      const outcome = swapped ? operate(number, value) : operate(value, number);
      if (!filters) setFloat(result, step, outcome);
      else if (outcome === 1) setFloat(result, step, value);
    } else operateOn(expr, frame, column, step, number, swapped, result);
  }
  return result;
}

/** The slow case: a histogram takes part, or a float in what works on histograms alone. */
function operateOn(
  expr: BinaryExpr,
  frame: Frame,
  column: Column,
  step: number,
  number: number,
  swapped: boolean,
  result: NewColumn,
): void {
  const own = column.kinds[step] === HISTOGRAM ? column.histograms[step] : column.values[step];
  if (own === undefined) return;
  const [left, right] = swapped ? [number, own] : [own, number];
  if (typeof own === 'number') noteIncompatible(frame.query, expr.op, left, right, expr.span);
  else {
    const histogram = histogramOperation(frame.query, expr, left, right);
    if (histogram !== undefined) setHistogram(result, step, histogram);
  }
}
