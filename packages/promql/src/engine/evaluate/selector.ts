import type { Matcher, VectorSelector } from '../../ast.ts';
import type { Histogram } from '../histogram/histogram.ts';
import type { LabelSet } from '../labels.ts';
import { HISTOGRAM, STALE } from '../storage.ts';
import type { StoredSeries } from '../storage.ts';
import { newColumn, type Column } from './column.ts';
import { milliseconds } from './duration.ts';
import { unsupported } from './failure.ts';
import { spend, work, type Frame, type Query } from './query.ts';
import { smoothedColumns } from './smoothed.ts';
import { withDetectedHints } from './hints.ts';

/** Every matcher of a selector, that of its name first. */
export function allMatchers({ name, matchers, span }: VectorSelector): readonly Matcher[] {
  for (const { variable, label } of matchers) {
    if (variable === true) unsupported(`${label} is a Grafana variable, which needs a value`, span);
  }
  return name === undefined || name === ''
    ? matchers
    : [{ label: '__name__', op: '=', value: name, span }, ...matchers];
}

/** Where `@` and `offset` put a selector or sub-query in time. */
export interface Shift {
  /** The time that stands still, when there is one. */
  readonly at: number | undefined;
  readonly offset: number;
}

/** The shift that `@` and `offset` ask for; `start()` and `end()` are those of the whole query. */
export function shiftOf(query: Query, { at, offset, span }: Pick<VectorSelector, 'at' | 'offset' | 'span'>): Shift {
  const ms = offset === undefined ? 0 : milliseconds(query, offset, 'offset');
  if (at === undefined) return { at: undefined, offset: ms };
  if (at.kind === 'start') return { at: query.start, offset: ms };
  if (at.kind === 'end') return { at: query.end, offset: ms };
  if (at.kind === 'variable') return unsupported(`${at.text} is a Grafana variable, which needs a value`, span);
  return { at: Math.round(at.seconds * 1000), offset: ms };
}

/** The time a shifted selector looks at, for a step of the frame. */
export function shiftedTime({ start, step }: Frame, { at, offset }: Shift, index: number): number {
  return (at ?? start + index * step) - offset;
}

/** Index of the first sample later than `time`. */
export function firstAfter(times: Float64Array, length: number, time: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A selector's columns: at each step the newest sample that is not older than the lookback. */
export function selectInstant(frame: Frame, selector: VectorSelector, hints: boolean): readonly Column[] {
  const { query } = frame;
  const shift = shiftOf(query, selector);
  const stored = query.storage.select(allMatchers(selector));
  work(query, stored.length * 16);
  if (selector.extended === 'smoothed') return smoothedColumns(frame, selector, shift, stored);
  const series = hints ? stored.map((one) => withDetectedHints(one, earliest(frame, shift) - query.lookback)) : stored;
  return series.flatMap((one) => instantColumn(frame, one, shift) ?? []);
}

function earliest(frame: Frame, shift: Shift): number {
  return shiftedTime(frame, shift, 0);
}

function instantColumn(frame: Frame, series: StoredSeries, shift: Shift): Column | undefined {
  let column: ReturnType<typeof newColumn> | undefined;
  eachSample(frame, series, shift, (step, index) => {
    column ??= newColumn(frame, series.labels);
    column.kinds[step] = series.kinds[index] ?? 0;
    column.values[step] = series.values[index] ?? NaN;
    if (column.kinds[step] === HISTOGRAM) {
      const histogram = series.histograms[index];
      if (histogram !== undefined) column.histograms[step] = histogram;
    }
  });
  return column;
}

/** Calls back with the index of the sample that counts at each step. */
export function eachSample(
  frame: Frame,
  series: StoredSeries,
  shift: Shift,
  found: (step: number, index: number) => void,
): void {
  const { query, count } = frame;
  const { times, kinds, length } = series;
  spend(query, 1);
  let next = firstAfter(times, length, earliest(frame, shift));
  for (let step = 0; step < count; step++) {
    const time = shiftedTime(frame, shift, step);
    while (next < length && (times[next] ?? 0) <= time) next++;
    const index = next - 1;
    if (index < 0 || kinds[index] === STALE) continue;
    const age = time - (times[index] ?? 0);
    if (query.leftOpen ? age >= query.lookback : age > query.lookback) continue;
    found(step, index);
  }
}

/** Columns of the selector whose values are the times of its samples, in seconds. */
export function selectTimes(frame: Frame, selector: VectorSelector): readonly Column[] {
  const { query } = frame;
  const shift = shiftOf(query, selector);
  return query.storage.select(allMatchers(selector)).flatMap((series) => {
    let column: ReturnType<typeof newColumn> | undefined;
    eachSample(frame, series, shift, (step, index) => {
      column ??= newColumn(frame, series.labels);
      column.kinds[step] = 1;
      column.values[step] = (series.times[index] ?? 0) / 1000;
    });
    return column ?? [];
  });
}

/** Samples a range function works on, without the marks that end a series. */
export interface Samples {
  readonly labels: LabelSet;
  readonly dropName: boolean;
  readonly length: number;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly kinds: Uint8Array;
  readonly histograms: readonly (Histogram | undefined)[];
  /** No sample is a histogram. */
  readonly allFloats: boolean;
}

/** The series' samples from the one after `from` (or at it) to `to`, end marks left out. */
export function cutOut(series: StoredSeries, from: number, to: number): Samples | undefined {
  const low = firstAfter(series.times, series.length, from);
  const high = firstAfter(series.times, series.length, to);
  if (low >= high) return undefined;
  let stale = 0;
  let histograms = 0;
  for (let i = low; i < high; i++) {
    if (series.kinds[i] === STALE) stale++;
    else if (series.kinds[i] === HISTOGRAM) histograms++;
  }
  const length = high - low - stale;
  if (length === 0) return undefined;
  const base = { labels: series.labels, dropName: false, length, allFloats: histograms === 0 };
  if (stale === 0) {
    return {
      ...base,
      times: series.times.subarray(low, high),
      values: series.values.subarray(low, high),
      kinds: series.kinds.subarray(low, high),
      histograms: histograms === 0 ? [] : series.histograms.slice(low, high),
    };
  }
  const times = new Float64Array(length);
  const values = new Float64Array(length);
  const kinds = new Uint8Array(length);
  const kept: (Histogram | undefined)[] = [];
  for (let i = low, at = 0; i < high; i++) {
    if (series.kinds[i] === STALE) continue;
    times[at] = series.times[i] ?? 0;
    values[at] = series.values[i] ?? NaN;
    kinds[at] = series.kinds[i] ?? 0;
    const histogram = series.histograms[i];
    if (histogram !== undefined) kept[at] = histogram;
    at++;
  }
  return { ...base, times, values, kinds, histograms: kept };
}
