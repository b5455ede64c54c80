import type { Histogram } from '../histogram/histogram.ts';
import { labelSet, type Labels } from '../labels.ts';
import type { Storage } from '../storage.ts';
import type { HistogramDescription, Incident, SeriesDescription, Signal } from './description.ts';
import { classicGatherer, nativeGatherer } from './histogram-series.ts';
import { eventIn, seedOf } from './random.ts';
import { incidentEffect, signalAt } from './signal.ts';

const RESETS = 3000;
const DEFAULT_SPREAD = 0.5;
const MAX_SAMPLES = 50_000_000;

export interface GenerateOptions {
  /** Unix milliseconds; samples lie `step` milliseconds apart from the start to the end. */
  readonly start: number;
  readonly end: number;
  readonly step: number;
  /** Another seed gives other samples; the same, the same. Default 1. */
  readonly seed?: number;
  /** Names of the incidents that happen. */
  readonly incidents?: readonly string[];
}

/** A series as a storage appends it. */
export interface GeneratedSeries {
  readonly labels: Labels;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly histograms?: readonly (Histogram | undefined)[];
}

/** A moment of a series: what the signal was since the moment before, and whether the counter began anew in between. */
interface Moment {
  readonly time: number;
  readonly signal: number;
  readonly slowness: number;
  readonly begins: boolean;
}

function combinations(labels: SeriesDescription['labels'] = {}): readonly Labels[] {
  return Object.entries(labels).reduce<readonly Labels[]>(
    (all, [name, values]) =>
      all.flatMap((some) => [values].flat().map((value: string) => ({ ...some, [name]: value }))),
    [{}],
  );
}

function concerns({ where = {} }: Incident, labels: Labels): boolean {
  return Object.entries(where).every(([name, value]) => labels[name] === value);
}

function shareOf(labels: Labels, shares: SeriesDescription['shares'] = {}): number {
  return Object.entries(labels).reduce((share, [name, value]) => share * (shares[name]?.[value] ?? 1), 1);
}

function signalOf(description: SeriesDescription): Signal {
  return description.type === 'gauge' ? description.value : description.rate;
}

/** The moments at which a series has a sample. */
function momentsOf(description: SeriesDescription, labels: Labels, options: GenerateOptions): readonly Moment[] {
  const { start, end, step, seed = 1, incidents: switchedOn = [] } = options;
  const own = seedOf(labelSet({ ...labels, __name__: description.name }).key, seed);
  const incidents = (description.incidents ?? []).filter(
    (incident) => switchedOn.includes(incident.name) && concerns(incident, labels),
  );
  const share = shareOf(labels, description.shares);
  const resetsEvery = description.type === 'gauge' ? undefined : description.resetsEvery;
  const moments: Moment[] = [];
  let begins = true;
  for (let time = start; time <= end; time += step) {
    const { factor, slowness, missing } = incidentEffect(incidents, time - start);
    if (missing) {
      begins = true;
      continue;
    }
    if (resetsEvery !== undefined) {
      // The stretch of the moment before may have ended with a reset.
      for (const at of [time - step, time]) {
        const reset = eventIn(own + RESETS, at, resetsEvery);
        begins ||= reset <= time && reset > time - step;
      }
    }
    moments.push({ time, signal: signalAt(signalOf(description), own, time) * share * factor, slowness, begins });
    begins = false;
  }
  return moments;
}

function sampled(labels: Labels, moments: readonly Moment[], values: Float64Array): GeneratedSeries {
  return { labels, times: Float64Array.from(moments, ({ time }) => time), values };
}

/** How much was counted at each moment; a count that begins anew has what came since. */
function countsOf(moments: readonly Moment[], step: number): Float64Array {
  const values = new Float64Array(moments.length);
  // What is left over of one moment counts in the next, so that slow counters grow too.
  let total = 0;
  for (const [i, { signal, begins }] of moments.entries()) {
    total = (begins ? 0 : total) + (signal * step) / 1000;
    values[i] = Math.floor(total);
  }
  return values;
}

function histogramSeries(
  description: HistogramDescription,
  labels: Labels,
  moments: readonly Moment[],
  step: number,
): readonly GeneratedSeries[] {
  const { name, buckets, latency } = description;
  const counts = countsOf(moments, step);
  const observed = (i: number): number => (counts[i] ?? 0) - (moments[i]?.begins === true ? 0 : (counts[i - 1] ?? 0));
  const distribution = (slowness: number) => ({
    median: latency.median * slowness,
    spread: latency.spread ?? DEFAULT_SPREAD,
  });
  if (!('length' in buckets)) {
    const native = nativeGatherer(buckets);
    const histograms = moments.map(({ slowness, begins }, i) => {
      if (begins) native.reset();
      native.observe(observed(i), distribution(slowness));
      return native.histogram();
    });
    const values = new Float64Array(moments.length).fill(NaN);
    return [{ ...sampled({ ...labels, __name__: name }, moments, values), histograms }];
  }
  const classic = classicGatherer(buckets);
  const columns = classic.buckets().map(([le]) => ({ __name__: `${name}_bucket`, le }));
  const rows = moments.map(({ slowness, begins }, i) => {
    if (begins) classic.reset();
    classic.observe(observed(i), distribution(slowness));
    return { buckets: classic.buckets(), ...classic.total() };
  });
  return [
    ...columns.map((own, b) =>
      sampled(
        { ...labels, ...own },
        moments,
        Float64Array.from(rows, (row) => row.buckets[b]?.[1] ?? 0),
      ),
    ),
    sampled(
      { ...labels, __name__: `${name}_count` },
      moments,
      Float64Array.from(rows, ({ count }) => count),
    ),
    sampled(
      { ...labels, __name__: `${name}_sum` },
      moments,
      Float64Array.from(rows, ({ sum }) => sum),
    ),
  ];
}

function seriesOf(
  description: SeriesDescription,
  labels: Labels,
  options: GenerateOptions,
): readonly GeneratedSeries[] {
  const { step } = options;
  const moments = momentsOf(description, labels, options);
  const named = { ...labels, __name__: description.name };
  switch (description.type) {
    case 'counter':
      return [sampled(named, moments, countsOf(moments, step))];
    case 'gauge': {
      const { min = -Infinity, max = Infinity } = description;
      const value = ({ signal }: Moment): number => Math.min(max, Math.max(min, Number(signal.toPrecision(6))));
      return [sampled(named, moments, Float64Array.from(moments, value))];
    }
    case 'histogram':
      return histogramSeries(description, labels, moments, step);
    default:
      return description satisfies never;
  }
}

/** Makes series of a description: the same ones each time. @throws RangeError when they would have too many samples. */
export function generate(
  descriptions: readonly SeriesDescription[],
  options: GenerateOptions,
): readonly GeneratedSeries[] {
  const { start, end, step } = options;
  if (!(step > 0) || !(end >= start))
    throw new RangeError('the step must be longer than 0 and the end not before the start');
  const steps = Math.floor((end - start) / step) + 1;
  const wanted = descriptions.flatMap((description) =>
    combinations(description.labels).map((labels) => ({ description, labels })),
  );
  if (wanted.length * steps > MAX_SAMPLES) {
    throw new RangeError(`${wanted.length} series of ${steps} samples are more than ${MAX_SAMPLES} samples`);
  }
  return wanted.flatMap(({ description, labels }) => seriesOf(description, labels, options));
}

/** Puts generated series into a storage. */
export function appendAll(storage: Storage, series: readonly GeneratedSeries[]): void {
  for (const { labels, ...samples } of series) storage.append(labels, samples);
}
