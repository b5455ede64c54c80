import type { Histogram } from '../histogram/histogram.ts';
import type { LabelSet } from '../labels.ts';
import { HISTOGRAM, STALE, type StoredSeries } from '../storage.ts';

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
