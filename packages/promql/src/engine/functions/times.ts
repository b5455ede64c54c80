import type { Call, Expr } from '../../ast.ts';
import { joinSame, newColumn, setFloat, unnamed } from '../evaluate/column.ts';
import { fail } from '../evaluate/failure.ts';
import { columnsOf, scalarsOf, vectorOf } from '../evaluate/operands.ts';
import { type Frame, type Query, timesOf } from '../evaluate/query.ts';
import { selectTimes } from '../evaluate/selector.ts';
import { ABSENT, type Column, type Value } from '../evaluate/value.ts';
import { FLOAT } from '../storage.ts';

/** The argument at `index`, which the parser has made sure is there. */
export function argument({ args, func, span }: Call, index: number): Expr {
  return args[index] ?? fail(`${func} has too few arguments`, span);
}

export function time(_call: Call, frame: Frame): Value {
  return { type: 'scalar', values: timesOf(frame) };
}

/** A scalar that is the same at every step. */
export function queryTime(value: (query: Query) => number): (call: Call, frame: Frame) => Value {
  return (_call, frame) => ({ type: 'scalar', values: new Float64Array(frame.count).fill(value(frame.query)) });
}

/** `min_of`, `max_of`: of two scalars, step by step. */
export function extremeOf(pick: (a: number, b: number) => number): (call: Call, frame: Frame) => Value {
  return (call, frame) => {
    const first = scalarsOf(argument(call, 0), frame);
    const second = scalarsOf(argument(call, 1), frame);
    return { type: 'scalar', values: first.map((value, step) => pick(value, second[step] ?? NaN)) };
  };
}

export function vectorCall(call: Call, frame: Frame): Value {
  return vectorOf(frame, scalarsOf(argument(call, 0), frame));
}

/** The value of the one float there is at a step; NaN for none or several. */
export function scalarCall(call: Call, frame: Frame): Value {
  const values = new Float64Array(frame.count).fill(NaN);
  const seen = new Uint8Array(frame.count);
  for (const column of columnsOf(argument(call, 0), frame)) {
    for (let step = 0; step < frame.count; step++) {
      if (column.kinds[step] !== FLOAT) continue;
      values[step] = seen[step] === 0 ? (column.values[step] ?? NaN) : NaN;
      seen[step] = 1;
    }
  }
  return { type: 'scalar', values };
}

/** Of a selector the times of its samples; of anything else the time of evaluation, which is when it came about. */
export function timestamp(call: Call, frame: Frame): Value {
  let inner = argument(call, 0);
  while (inner.type === 'ParenExpr') inner = inner.expr;
  const own = inner.type === 'VectorSelector' && inner.extended === undefined;
  const columns = inner.type === 'VectorSelector' && own ? selectTimes(frame, inner) : evaluationTimes(inner, frame);
  const named = columns.map((column): Column => ({ ...column, ...unnamed(frame.query, column) }));
  return { type: 'vector', columns: joinSame(frame, named, call.span) };
}

function evaluationTimes(expr: Expr, frame: Frame): readonly Column[] {
  const times = timesOf(frame);
  return columnsOf(expr, frame).map((column): Column => {
    const result = newColumn(frame, column.labels, column.dropName);
    for (let step = 0; step < frame.count; step++) {
      if (column.kinds[step] !== ABSENT) setFloat(result, step, times[step] ?? NaN);
    }
    return result;
  });
}

/** Samples here have no start time, and a sample without one has no result. */
export function startTimestamp(call: Call, frame: Frame): Value {
  columnsOf(argument(call, 0), frame);
  return { type: 'vector', columns: [] };
}
