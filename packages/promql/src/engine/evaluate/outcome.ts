import type { Expr } from '../../ast.ts';
import { hasSamples, joinSame } from './column.ts';
import { evaluate } from './expression.ts';
import { fail } from './failure.ts';
import type { Frame } from './query.ts';
import { ABSENT, type Column, type Value } from './value.ts';
import { eachWindow, rangesOf } from './window.ts';
import type { Histogram } from '../histogram/histogram.ts';
import { compareLabels, dropMetadata, type LabelSet, NO_LABELS, plainLabels } from '../labels.ts';
import type { InstantSample, MatrixResult, ScalarResult, SeriesResult, StringResult, VectorResult } from '../result.ts';
import { FLOAT } from '../storage.ts';

/** What an instant query gives; a range vector as it is. */
export function instantResult(expr: Expr, frame: Frame): ScalarResult | StringResult | VectorResult | MatrixResult {
  let inner = expr;
  while (inner.type === 'ParenExpr') inner = inner.expr;
  if (inner.type === 'MatrixSelector' || inner.type === 'SubqueryExpr') return rangeVector(inner, frame);
  const value = evaluate(expr, frame);
  if (value.type === 'string') return value;
  if (value.type === 'scalar') return { type: 'scalar', value: value.values[0] ?? NaN };
  const samples = finalColumns(value, frame, expr).map((column): InstantSample => {
    const labels = plainLabels(column.labels);
    const histogram = column.histograms[0];
    return histogram === undefined ? { labels, value: column.values[0] ?? NaN } : { labels, value: NaN, histogram };
  });
  return { type: 'vector', samples };
}

/** What a range query gives. */
export function rangeResult(expr: Expr, frame: Frame): MatrixResult {
  const value = evaluate(expr, frame);
  if (value.type === 'string') return fail('a range query of a string has no result', expr.span);
  if (value.type === 'scalar') {
    const kinds = new Uint8Array(frame.count).fill(FLOAT);
    const column = { labels: NO_LABELS, dropName: false, kinds, values: value.values, histograms: [] };
    return { type: 'matrix', series: [seriesResult(column, frame)] };
  }
  const columns = finalColumns({ ...value, ordered: false }, frame, expr);
  return { type: 'matrix', series: columns.map((column) => seriesResult(column, frame)) };
}

/** Without columns that have no sample, names removed that were to be removed, sorted unless the query did so. */
function finalColumns(value: Extract<Value, { type: 'vector' }>, frame: Frame, { span }: Expr): readonly Column[] {
  const named = value.columns
    .filter(hasSamples)
    .map((column) => (column.dropName ? { ...column, labels: dropMetadata(column.labels), dropName: false } : column));
  const columns = joinSame(frame, named, span);
  return value.ordered === true ? columns : columns.toSorted((a, b) => compareLabels(a.labels, b.labels));
}

function seriesResult({ labels, kinds, values, histograms }: Column, { start, step, count }: Frame): SeriesResult {
  let length = 0;
  for (const kind of kinds) if (kind !== ABSENT) length++;
  const times = new Float64Array(length);
  const kept = new Float64Array(length);
  const keptHistograms: (Histogram | undefined)[] = [];
  for (let i = 0, at = 0; i < count; i++) {
    if (kinds[i] === ABSENT) continue;
    const histogram = histograms[i];
    if (histogram !== undefined) keptHistograms[at] = histogram;
    times[at] = start + i * step;
    kept[at++] = histogram === undefined ? (values[i] ?? NaN) : NaN;
  }
  return series(labels, times, kept, keptHistograms);
}

function series(
  labels: LabelSet,
  times: Float64Array,
  values: Float64Array,
  histograms: readonly (Histogram | undefined)[],
): SeriesResult {
  const base = { labels: plainLabels(labels), times, values };
  return histograms.length === 0 ? base : { ...base, histograms };
}

function rangeVector(expr: Expr, frame: Frame): MatrixResult {
  const ranges = rangesOf(expr, frame, false);
  const all: SeriesResult[] = [];
  for (const samples of ranges.series.toSorted((a, b) => compareLabels(a.labels, b.labels))) {
    const labels = samples.dropName ? dropMetadata(samples.labels) : samples.labels;
    eachWindow(frame, ranges, samples, ({ low, high }) => {
      const histograms = samples.histograms.slice(low, high);
      const hasAny = histograms.some((histogram) => histogram !== undefined);
      all.push(
        series(labels, samples.times.slice(low, high), samples.values.slice(low, high), hasAny ? histograms : []),
      );
    });
  }
  return { type: 'matrix', series: all };
}
