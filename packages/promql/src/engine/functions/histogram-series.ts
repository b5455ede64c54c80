import type { Span } from '../../ast.ts';
import { parseNumber } from '../../number.ts';
import { joinSame, newColumn, setFloat, unnamed } from '../evaluate/column.ts';
import { forMetric, type Frame, warn, work } from '../evaluate/query.ts';
import type { Column, NewColumn, Value } from '../evaluate/value.ts';
import type { ClassicBuckets } from './classic-histogram.ts';
import { type Histogram } from '../histogram/histogram.ts';
import { dropLabels, type LabelSet, labelValue, withLabels } from '../labels.ts';
import { FLOAT } from '../storage.ts';

const LE: ReadonlySet<string> = new Set(['le']);

interface BucketSeries {
  readonly bound: number;
  readonly column: Column;
}

/** One histogram: the series of its buckets when it is classic, its own series when it is native. */
interface HistogramSeries {
  readonly labels: LabelSet;
  readonly dropName: boolean;
  readonly buckets: BucketSeries[];
  native: Column | undefined;
}

/** What makes a number of a histogram. */
export interface HistogramCompute {
  readonly native: (histogram: Histogram, step: number, name: string) => number;
  readonly classic: (buckets: ClassicBuckets, step: number, name: string) => number;
  /** Labels to set on each result. */
  readonly labels?: (step: number) => Readonly<Record<string, string>>;
}

/** Calls back for every histogram of a vector, classic ones put together from their buckets, at every step. */
export function computeHistograms(
  frame: Frame,
  columns: readonly Column[],
  span: Span,
  computes: readonly HistogramCompute[],
): Value {
  const results: Column[] = [];
  for (const series of seriesOf(frame, columns, span)) {
    for (const compute of computes) results.push(...oneHistogram(frame, series, span, compute));
  }
  return { type: 'vector', columns: joinSame(frame, results, span) };
}

function seriesOf(frame: Frame, columns: readonly Column[], span: Span): Iterable<HistogramSeries> {
  const all = new Map<string, HistogramSeries>();
  for (const column of columns) {
    if (column.kinds.includes(FLOAT)) addBucket(frame, all, column, span);
    if (column.histograms.length > 0) histogramOf(all, column, column.labels).native = column;
  }
  return all.values();
}

/** Metrics of different names are different histograms. */
function histogramOf(all: Map<string, HistogramSeries>, column: Column, labels: LabelSet): HistogramSeries {
  let series = all.get(labels.key);
  if (series === undefined) {
    series = { labels, dropName: column.dropName, buckets: [], native: undefined };
    all.set(labels.key, series);
  }
  return series;
}

function addBucket(frame: Frame, all: Map<string, HistogramSeries>, column: Column, span: Span): void {
  const text = labelValue(column.labels, 'le');
  const bound = boundOf(text);
  if (bound === undefined) {
    const name = forMetric(labelValue(column.labels, '__name__'));
    warn(frame.query, `bucket label "le" is missing or has a malformed value of ${JSON.stringify(text)}${name}`, span);
    return;
  }
  histogramOf(all, column, dropLabels(column.labels, LE)).buckets.push({ bound, column });
}

function boundOf(text: string): number | undefined {
  const [, sign = '', digits = ''] = /^([+-]?)(.+)$/.exec(text) ?? [];
  const size = /^infinity$/i.test(digits) ? Infinity : parseNumber(digits);
  return size === undefined ? undefined : sign === '-' ? -size : size;
}

function oneHistogram(frame: Frame, series: HistogramSeries, span: Span, compute: HistogramCompute): readonly Column[] {
  const results = new Map<string, NewColumn>();
  const name = labelValue(series.labels, '__name__');
  const put = (step: number, value: number) => {
    const extra = compute.labels?.(step) ?? {};
    const key = JSON.stringify(extra);
    let column = results.get(key);
    if (column === undefined) {
      const { labels, dropName } = unnamed(frame.query, series);
      column = newColumn(frame, compute.labels === undefined ? labels : withLabels(labels, extra), dropName);
      results.set(key, column);
    }
    setFloat(column, step, value);
  };
  for (let step = 0; step < frame.count; step++) {
    work(frame.query, series.buckets.length * 2);
    const buckets: ClassicBuckets = { bounds: [], counts: [] };
    for (const { bound, column } of series.buckets) {
      if (column.kinds[step] !== FLOAT) continue;
      buckets.bounds.push(bound);
      buckets.counts.push(column.values[step] ?? NaN);
    }
    const native = series.native?.histograms[step];
    const hasClassic = buckets.bounds.length > 0;
    if (native !== undefined && hasClassic) {
      warn(frame.query, `vector contains a mix of classic and native histograms${forMetric(name)}`, span);
    } else if (native !== undefined) put(step, compute.native(native, step, name));
    else if (hasClassic) put(step, compute.classic(buckets, step, name));
  }
  return [...results.values()];
}
