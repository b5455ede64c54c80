import type { AggregateExpr, AggregateOp } from '../../ast.ts';
import { hasHistograms, newColumn, setFloat, setHistogram } from './column.ts';
import type { Group } from './grouping.ts';
import { noteAdded } from './notes.ts';
import { type Frame, info, warn, work } from './query.ts';
import { ABSENT, type Column, type NewColumn } from './value.ts';
import { kahanSum, meanOf } from '../functions/float-sums.ts';
import { compact } from '../histogram/arithmetic.ts';
import { createAverage, createSum, type HistogramFold } from '../histogram/fold.ts';
import { FLOAT } from '../storage.ts';

/** An aggregation that makes one value of all of a step: every one without a parameter. */
type Reduction = Exclude<AggregateOp, 'topk' | 'bottomk' | 'limitk' | 'limit_ratio' | 'quantile' | 'count_values'>;

/** One group of an aggregation, all its steps. */
export function reduceGroup(
  expr: AggregateExpr,
  op: Reduction,
  frame: Frame,
  { columns, labels, dropName }: Group,
): Column {
  const result = newColumn(frame, labels, dropName);
  switch (op) {
    case 'count':
    case 'group':
      countSamples(op, frame, columns, result);
      return result;
    case 'sum':
    case 'avg':
      if (columns.some(hasHistograms)) sumMixed(expr, op, frame, columns, result);
      else if (op === 'sum') sumFloats(frame, columns, result);
      else averageFloats(frame, columns, result);
      return result;
    case 'min':
    case 'max':
      extremes(expr, op, frame, columns, result);
      return result;
    case 'stddev':
    case 'stdvar':
      deviations(expr, op, frame, columns, result);
      return result;
    default:
      return op satisfies never;
  }
}

function countSamples(op: 'count' | 'group', frame: Frame, columns: readonly Column[], result: NewColumn): void {
  for (const { kinds } of columns) {
    work(frame.query, frame.count);
    for (let step = 0; step < frame.count; step++) {
      if (kinds[step] !== ABSENT) setFloat(result, step, op === 'group' ? 1 : (result.values[step] ?? 0) + 1);
    }
  }
}

/** Kahan's sum, in Neumaier's form, of all columns. */
function sumFloats(frame: Frame, columns: readonly Column[], result: NewColumn): void {
  const lost = new Float64Array(frame.count);
  const sums = result.values;
  const seen = result.kinds;
  for (const { kinds, values } of columns) {
    work(frame.query, frame.count);
    for (let step = 0; step < frame.count; step++) {
      if (kinds[step] !== FLOAT) continue;
      const value = values[step] ?? NaN;
      if (seen[step] === ABSENT) {
        seen[step] = FLOAT;
        sums[step] = value;
        continue;
      }
      const sum = sums[step] ?? 0;
      const next = sum + value;
      if (next === Infinity || next === -Infinity) lost[step] = 0;
      else if (Math.abs(sum) >= Math.abs(value)) lost[step] = (lost[step] ?? 0) + (sum - next + value);
      else lost[step] = (lost[step] ?? 0) + (value - next + sum);
      sums[step] = next;
    }
  }
  for (let step = 0; step < frame.count; step++) {
    const sum = sums[step] ?? 0;
    if (seen[step] !== ABSENT) sums[step] = sum + (lost[step] ?? 0);
  }
}

function averageFloats(frame: Frame, columns: readonly Column[], result: NewColumn): void {
  const counts = new Float64Array(frame.count);
  for (const { kinds } of columns) {
    for (let step = 0; step < frame.count; step++) if (kinds[step] === FLOAT) counts[step] = (counts[step] ?? 0) + 1;
  }
  sumFloats(frame, columns, result);
  for (let step = 0; step < frame.count; step++) {
    if (result.kinds[step] === ABSENT) continue;
    const sum = result.values[step] ?? 0;
    result.values[step] = Number.isFinite(sum) ? sum / (counts[step] ?? 1) : incrementalMean(columns, step);
  }
}

/** The mean where the sum is beyond the range of floats, or infinite. */
function incrementalMean(columns: readonly Column[], step: number): number {
  const values = new Float64Array(columns.length);
  let length = 0;
  for (const column of columns) if (column.kinds[step] === FLOAT) values[length++] = column.values[step] ?? NaN;
  return meanOf(values, 0, length);
}

/** Sums and means in which histograms take part; a step that mixes them with floats has no result. */
function sumMixed(
  expr: AggregateExpr,
  op: 'sum' | 'avg',
  frame: Frame,
  columns: readonly Column[],
  result: NewColumn,
): void {
  const { query } = frame;
  const floats = new Float64Array(columns.length);
  for (let step = 0; step < frame.count; step++) {
    work(query, columns.length * 16);
    let length = 0;
    let fold: HistogramFold | undefined;
    let broken = false;
    for (const { kinds, values, histograms } of columns) {
      const histogram = histograms[step];
      if (kinds[step] === FLOAT) floats[length++] = values[step] ?? NaN;
      else if (histogram !== undefined && !broken) {
        fold ??= op === 'sum' ? createSum() : createAverage();
        const added = fold.add(histogram);
        if (!noteAdded(query, added, 'aggregation', '', expr.expr.span)) broken = true;
      }
    }
    if (fold !== undefined && length > 0)
      warn(query, 'encountered a mix of histograms and floats for aggregation', expr.expr.span);
    else if (fold !== undefined && !broken) setHistogram(result, step, compact(fold.result()));
    else if (length > 0) {
      const mean = meanOf(floats, 0, length);
      setFloat(result, step, op === 'avg' ? mean : kahanSum(floats, 0, length));
    }
  }
}

function extremes(
  expr: AggregateExpr,
  op: 'min' | 'max',
  frame: Frame,
  columns: readonly Column[],
  result: NewColumn,
): void {
  const sign = op === 'max' ? 1 : -1;
  for (const { kinds, values } of columns) {
    work(frame.query, frame.count);
    for (let step = 0; step < frame.count; step++) {
      if (kinds[step] === ABSENT) continue;
      if (kinds[step] !== FLOAT) {
        info(frame.query, `ignored histogram in ${op} aggregation`, expr.expr.span);
        continue;
      }
      const value = values[step] ?? NaN;
      const best = result.values[step] ?? NaN;
      if (result.kinds[step] === ABSENT || sign * value > sign * best || Number.isNaN(best))
        setFloat(result, step, value);
    }
  }
}

/** Variance by Welford's method. */
function deviations(
  expr: AggregateExpr,
  op: 'stddev' | 'stdvar',
  frame: Frame,
  columns: readonly Column[],
  result: NewColumn,
): void {
  const counts = new Float64Array(frame.count);
  const means = new Float64Array(frame.count);
  const squares = result.values;
  for (const { kinds, values } of columns) {
    work(frame.query, frame.count);
    for (let step = 0; step < frame.count; step++) {
      if (kinds[step] === ABSENT) continue;
      if (kinds[step] !== FLOAT) {
        info(frame.query, `ignored histogram in ${op} aggregation`, expr.expr.span);
        continue;
      }
      const value = values[step] ?? NaN;
      const count = (counts[step] ?? 0) + 1;
      const delta = value - (means[step] ?? 0);
      counts[step] = count;
      means[step] = (means[step] ?? 0) + delta / count;
      // A single infinity has no deviation that could be told.
      squares[step] = Number.isFinite(value) ? (squares[step] ?? 0) + delta * (value - (means[step] ?? 0)) : NaN;
      result.kinds[step] = FLOAT;
    }
  }
  for (let step = 0; step < frame.count; step++) {
    if (result.kinds[step] === ABSENT) continue;
    const variance = (squares[step] ?? 0) / (counts[step] ?? 1);
    squares[step] = op === 'stddev' ? Math.sqrt(variance) : variance;
  }
}
