import type { Matcher } from '../ast.ts';
import type { Histogram } from './histogram/histogram.ts';
import { compareLabels, labelSet, labelValue, type Labels, type LabelSet } from './labels.ts';
import { seriesMatcher } from './matcher.ts';
import { isStale } from './staleness.ts';

/** What a sample is. Stored beside the value, as a NaN cannot carry it safely. */
export const FLOAT = 1;
export const HISTOGRAM = 2;
export const STALE = 3;

/** Samples of one series in ascending order of time; arrays are parallel and may be longer than `length`. */
export interface StoredSeries {
  readonly labels: LabelSet;
  readonly length: number;
  /** Unix milliseconds. */
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** {@link FLOAT}, {@link HISTOGRAM} or {@link STALE} of each sample. */
  readonly kinds: Uint8Array;
  /** Sparse: set where `kinds` says so. */
  readonly histograms: readonly (Histogram | undefined)[];
}

/** Samples to add, in ascending order of time. */
export interface NewSamples {
  /** Unix milliseconds. */
  readonly times: ArrayLike<number>;
  /** Parallel to `times`; `writeStale` marks an end of the series. Anything where there is a histogram. */
  readonly values: Float64Array | readonly number[];
  /** Parallel to `times`, where a sample is a native histogram. */
  readonly histograms?: readonly (Histogram | undefined)[];
}

/** Series in memory, which queries read. */
export interface Storage {
  /** Adds samples to a series, which need to be newer than what it has. */
  append(labels: Labels, samples: NewSamples): void;
  /** Ends a series at a time: from then on it is absent, until the next sample. */
  end(labels: Labels, time: number): void;
  /** The series all matchers accept, sorted by labels. */
  select(matchers: readonly Matcher[]): readonly StoredSeries[];
  /** Number of series and of samples. */
  size(): { readonly series: number; readonly samples: number };
}

interface Series extends StoredSeries {
  length: number;
  times: Float64Array;
  values: Float64Array;
  kinds: Uint8Array;
  histograms: (Histogram | undefined)[];
}

/** An empty storage. */
export function createStorage(): Storage {
  const byKey = new Map<string, Series>();
  const byName = new Map<string, Series[]>();

  function seriesOf(labels: Labels): Series {
    const set = labelSet(labels);
    const found = byKey.get(set.key);
    if (found !== undefined) return found;
    const series: Series = {
      labels: set,
      length: 0,
      times: new Float64Array(0),
      values: new Float64Array(0),
      kinds: new Uint8Array(0),
      histograms: [],
    };
    byKey.set(set.key, series);
    const name = labelValue(set, '__name__');
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [series]);
    else same.push(series);
    return series;
  }

  return {
    append(labels, { times, values, histograms }) {
      const series = seriesOf(labels);
      grow(series, times.length);
      const floats = values instanceof Float64Array ? values : Float64Array.from(values);
      series.values.set(floats.subarray(0, times.length), series.length);
      for (let i = 0; i < times.length; i++) {
        const time = times[i] ?? NaN;
        const at = series.length;
        if (!(time > (at === 0 ? -Infinity : (series.times[at - 1] ?? 0)))) {
          throw new RangeError(`samples of ${JSON.stringify(labels)} are not in ascending order of time at ${time}`);
        }
        const histogram = histograms?.[i];
        series.times[at] = time;
        if (histogram !== undefined) {
          series.kinds[at] = HISTOGRAM;
          series.histograms[at] = histogram;
        } else series.kinds[at] = isStale(series.values, at) ? STALE : FLOAT;
        series.length = at + 1;
      }
    },
    end(labels, time) {
      const series = seriesOf(labels);
      grow(series, 1);
      if (series.length > 0 && !(time > (series.times[series.length - 1] ?? 0))) return;
      series.times[series.length] = time;
      series.kinds[series.length] = STALE;
      series.length++;
    },
    select(matchers) {
      const name = matchers.find(({ label, op, value }) => label === '__name__' && op === '=' && value !== '');
      const candidates = name === undefined ? byKey.values() : (byName.get(name.value) ?? []);
      const accepts = seriesMatcher(matchers);
      const selected: StoredSeries[] = [];
      for (const series of candidates) if (accepts(series.labels)) selected.push(series);
      return selected.toSorted((a, b) => compareLabels(a.labels, b.labels));
    },
    size() {
      let samples = 0;
      for (const { length } of byKey.values()) samples += length;
      return { series: byKey.size, samples };
    },
  };
}

function grow(series: Series, more: number): void {
  const wanted = series.length + more;
  if (wanted <= series.times.length) return;
  const capacity = series.length === 0 ? wanted : Math.max(wanted, series.length * 2);
  const times = new Float64Array(capacity);
  times.set(series.times);
  const values = new Float64Array(capacity);
  values.set(series.values);
  const kinds = new Uint8Array(capacity);
  kinds.set(series.kinds);
  Object.assign(series, { times, values, kinds });
}
