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
  return best(floats, step, k, expr.op === 'topk' ? -1 : 1);
}

/** Beyond this many, sorting all is less work than putting each in its place. */
const FEW = 64;

/** The first `k` columns by value, NaN last; equal values keep the order of their labels. */
function best(columns: readonly Column[], step: number, k: number, sign: 1 | -1): readonly Column[] {
  if (k > FEW) return columns.toSorted((a, b) => compareAt(a, b, step, sign)).slice(0, k);
  const sorted: Column[] = [];
  for (const column of columns) {
    const last = sorted[k - 1];
    if (last !== undefined && compareAt(column, last, step, sign) >= 0) continue;
    let place = Math.min(sorted.length, k - 1);
    for (; place > 0; place--) {
      const before = sorted[place - 1];
      if (before === undefined || compareAt(column, before, step, sign) >= 0) break;
      sorted[place] = before;
    }
    sorted[place] = column;
  }
  return sorted;
}

function compareAt(a: Column, b: Column, step: number, sign: 1 | -1): number {
  const left = a.values[step] ?? NaN;
  const right = b.values[step] ?? NaN;
  if (left < right) return -sign;
  if (left > right) return sign;
  return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
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
