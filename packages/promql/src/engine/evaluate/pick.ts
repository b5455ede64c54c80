import type { AggregateExpr } from '../../ast.ts';
import { copySample, masked, newColumn } from './column.ts';
import { groupsOf } from './grouping.ts';
import { type Frame, info, work } from './query.ts';
import { ABSENT, type Column, type NewColumn } from './value.ts';
import { ratioOf } from '../functions/ratio.ts';
import { FLOAT } from '../storage.ts';

/** `topk`, `bottomk`, `limitk`: some series of each group, chosen anew at each step. In order for a single step. */
export function pickSeries(
  expr: AggregateExpr,
  frame: Frame,
  columns: readonly Column[],
  parameter: Float64Array,
): readonly Column[] {
  const picked = new Map<Column, NewColumn>();
  for (const group of groupsOf(expr, columns)) {
    for (let step = 0; step < frame.count; step++) {
      work(frame.query, group.columns.length * 4);
      const k = Math.trunc(parameter[step] ?? 0);
      if (k < 1) continue;
      for (const column of chosen(expr, frame, group.columns, step, k)) {
        let result = picked.get(column);
        if (result === undefined) picked.set(column, (result = newColumn(frame, column.labels, column.dropName)));
        copySample(column, step, result);
      }
    }
  }
  return [...picked.values()];
}

function chosen(
  expr: AggregateExpr,
  frame: Frame,
  columns: readonly Column[],
  step: number,
  k: number,
): readonly Column[] {
  if (expr.op === 'limitk') return columns.filter(({ kinds }) => kinds[step] !== ABSENT).slice(0, k);
  const floats = columns.filter(({ kinds }) => {
    if (kinds[step] === FLOAT) return true;
    if (kinds[step] !== ABSENT) info(frame.query, `ignored histogram in ${expr.op} aggregation`, expr.expr.span);
    return false;
  });
  const sign = expr.op === 'topk' ? -1 : 1;
  // NaN is never among the first; equal values keep the order of their labels.
  const sorted = floats.toSorted((a, b) => {
    const left = a.values[step] ?? NaN;
    const right = b.values[step] ?? NaN;
    if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return sign * (left - right) || 0;
  });
  return sorted.slice(0, k);
}

/** `limit_ratio`: of each series its labels decide whether it is in; a negative ratio takes the others. */
export function limitRatio(frame: Frame, columns: readonly Column[], parameter: Float64Array): readonly Column[] {
  return columns.map((column) => {
    const at = ratioOf(column.labels);
    return masked(frame, column, (step) => {
      const ratio = Math.max(-1, Math.min(1, parameter[step] ?? 0));
      return ratio >= 0 ? at < ratio : at >= 1 + ratio;
    });
  });
}
