import type { Call } from '../../ast.ts';
import { joinSame, newColumn, setFloat, unnamed } from './column.ts';
import { unsupported } from './failure.ts';
import { columnsOf, scalarsOf, vectorOf } from './operands.ts';
import { type Frame, timesOf, type Use } from './query.ts';
import { callRangeFunction } from './range-function.ts';
import type { Column, Value } from './value.ts';
import { FLOAT_FUNCTIONS } from '../functions/float-functions.ts';
import { VECTOR_FUNCTIONS } from '../functions/vector-functions.ts';
import { FLOAT } from '../storage.ts';

/** The value of a function call at every step. */
export function callFunction(expr: Call, frame: Frame, use: Use): Value {
  const overRange = callRangeFunction(expr, frame, use);
  if (overRange !== undefined) return overRange;
  const ofFloats = FLOAT_FUNCTIONS.get(expr.func);
  if (ofFloats !== undefined) return mapFloats(expr, frame, ofFloats);
  const compute = VECTOR_FUNCTIONS.get(expr.func);
  if (compute === undefined) return unsupported(`${expr.func} is not evaluated here`, expr.funcSpan);
  return compute(expr, frame, use);
}

/** A function of each float and of scalars; histograms are left out. Date functions without an argument take the time. */
function mapFloats(
  expr: Call,
  frame: Frame,
  compute: (value: number, a: number, b: number) => number | undefined,
): Value {
  const [vector, ...rest] = expr.args;
  const value = vector === undefined ? vectorOf(frame, timesOf(frame)) : { columns: columnsOf(vector, frame) };
  const source = 'columns' in value ? value.columns : [];
  const [first, second] = rest.map((arg) => scalarsOf(arg, frame));
  const columns = source.map((column): Column => {
    const { labels, dropName } = unnamed(frame.query, column);
    const result = newColumn(frame, labels, dropName);
    for (let step = 0; step < frame.count; step++) {
      if (column.kinds[step] !== FLOAT) continue;
      const computed = compute(column.values[step] ?? NaN, first?.[step] ?? NaN, second?.[step] ?? NaN);
      if (computed !== undefined) setFloat(result, step, computed);
    }
    return result;
  });
  return { type: 'vector', columns: joinSame(frame, columns, expr.span) };
}
