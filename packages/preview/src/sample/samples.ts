import { histogram as nativeHistogram, type Histogram } from '@binnacle/promql/engine';
import { type Distribution, meanOf, type Observed, partBelow, quantileOf, SLOW_PART } from './distribution.ts';
import type { Level } from './level.ts';
import { type Flow, SHAPES, type Timeline } from './timeline.ts';

/** How much of each flow a series counts a second. */
export interface Counted {
  readonly flow: Flow;
  readonly perSecond: number;
}

/** What every function here makes: one value for each time of the timeline. */
type Values = Float64Array;

/** Decimals kept of what is not counted in whole numbers. */
const DECIMALS = 1000;

function each(timeline: Timeline, valueAt: (i: number) => number): Values {
  const values = new Float64Array(timeline.times.length);
  for (let i = 0; i < values.length; i += 1) values[i] = valueAt(i);
  return values;
}

/** Two of the shapes of a flow, mixed: no two series move quite alike. */
function mixed(get: (flow: Flow, shape: number) => Float64Array, flow: Flow, seed: number): (i: number) => number {
  const first = get(flow, seed % SHAPES);
  const second = get(flow, (seed >>> 8) % SHAPES);
  return (i) => 0.65 * (first[i] ?? 0) + 0.35 * (second[i] ?? 0);
}

/** A counter: whole numbers, or with decimals when it counts seconds or money. */
export function counterValues(
  timeline: Timeline,
  { flow, perSecond }: Counted,
  at: { seed: number; isWhole: boolean },
): Values {
  const total = mixed(timeline.total, flow, at.seed);
  return each(timeline, (i) =>
    at.isWhole ? Math.floor(total(i) * perSecond) : Math.floor(total(i) * perSecond * DECIMALS) / DECIMALS,
  );
}

/** A gauge. */
export function gaugeValues(timeline: Timeline, level: Level, seed: number): Values {
  const { times, started, pressure, failingSince } = timeline;
  const seconds = (i: number): number => (times[i] ?? 0) / 1000;
  switch (level.kind) {
    case 'constant':
      return new Float64Array(times.length).fill(level.value);
    case 'succeeds':
      return each(timeline, (i) => ((times[i] ?? 0) >= failingSince ? 0 : 1));
    case 'started':
      return each(timeline, (i) => Math.floor((started[i] ?? 0) * 100) / 100);
    case 'uptime':
      return each(timeline, (i) => Math.floor(seconds(i) - (started[i] ?? 0)));
    case 'last': {
      // The same for all gauges of an instance: what is completed and what succeeds are the same runs.
      const lag = ((started[started.length - 1] ?? 0) % 97) / 200 + 0.1;
      return each(timeline, (i) => {
        const time = level.stops ? Math.min(seconds(i), failingSince / 1000) : seconds(i);
        return Math.floor((Math.floor(time / level.every - lag) + lag) * level.every);
      });
    }
    case 'until':
      return each(timeline, (i) => (Math.floor(seconds(i) / level.atLeast) + 2) * level.atLeast);
    case 'part': {
      const rate = mixed(timeline.rate, 'traffic', seed);
      return each(timeline, (i) => {
        const calm = Math.min(0.94, level.part * (1 + 0.12 * (rate(i) - 1)));
        const used = calm + (0.975 - calm) * (pressure[i] ?? 0);
        const value = level.of * (level.isFree ? 1 - used : used);
        return level.isWhole ? Math.round(value) : value;
      });
    }
    case 'moving': {
      const traffic = mixed(timeline.rate, 'traffic', seed);
      const slow = mixed(timeline.rate, 'slow', seed);
      return each(timeline, (i) => {
        // What takes longer is there longer.
        const calm = level.base * Math.max(0, 1 + level.swing * (traffic(i) * 0.93 + slow(i) * 0.07 - 1));
        const value = calm + (level.full - calm) * (pressure[i] ?? 0);
        return level.isWhole ? Math.round(value) : Number(value.toPrecision(6));
      });
    }
    default:
      return level satisfies never;
  }
}

/** How often a histogram or summary observed something fast and something slow, each as a running count. */
export interface Observations {
  readonly fast: (i: number) => number;
  readonly slow: (i: number) => number;
}

/** The observations of one series of a histogram or summary. */
export function observations(timeline: Timeline, { flow, perSecond }: Counted, seed: number): Observations {
  if (flow === 'errors' || flow === 'faults') {
    const total = mixed(timeline.total, flow, seed);
    return { fast: (i) => total(i) * perSecond, slow: () => 0 };
  }
  const fast = mixed(timeline.total, 'fast', seed);
  const slow = mixed(timeline.total, 'slow', seed);
  return {
    fast: (i) => fast(i) * perSecond * (1 - SLOW_PART),
    slow: (i) => slow(i) * perSecond * SLOW_PART,
  };
}

/** The cumulative count of one bucket; `Infinity` is the count of all. */
export function bucketValues(
  timeline: Timeline,
  { fast, slow }: Observations,
  { observed, bound }: { observed: Observed; bound: number },
): Values {
  const ofFast = partBelow(observed.fast, bound);
  const ofSlow = partBelow(observed.slow, bound);
  return each(timeline, (i) => Math.floor(fast(i) * ofFast + slow(i) * ofSlow));
}

/** The sum of all observations. */
export function sumValues(timeline: Timeline, { fast, slow }: Observations, observed: Observed): Values {
  const ofFast = meanOf(observed.fast);
  const ofSlow = meanOf(observed.slow);
  return each(timeline, (i) => Math.floor((fast(i) * ofFast + slow(i) * ofSlow) * DECIMALS) / DECIMALS);
}

/** What a summary shows for a quantile: of what came lately. */
export function quantileValues(
  timeline: Timeline,
  { fast, slow }: Observed,
  { quantile, seed }: { quantile: number; seed: number },
): Values {
  const fastRate = mixed(timeline.rate, 'fast', seed);
  const slowRate = mixed(timeline.rate, 'slow', seed);
  return each(timeline, (i) => {
    const ofSlow = slowRate(i) * SLOW_PART;
    const isSlow = ofSlow / (ofSlow + fastRate(i) * (1 - SLOW_PART)) > 1 - quantile;
    const value = isSlow ? quantileOf(slow, quantile) : quantileOf(fast, quantile);
    return Number((value * (0.85 + 0.15 * fastRate(i))).toPrecision(5));
  });
}

/** Schema of native histograms: buckets end 2^(1/8) times later than the one before. */
const NATIVE_SCHEMA = 3;
/** Beyond this many standard deviations there is nothing. */
const REACH = 3.5;

/** The bucket of a value so many deviations from the median. */
function indexAt({ median, spread }: Distribution, deviations: number): number {
  return Math.ceil((Math.log2(median) + (deviations * spread) / Math.LN2) * 2 ** NATIVE_SCHEMA);
}

function indexRange({ fast, slow }: Observed): readonly [first: number, last: number] {
  return [Math.min(indexAt(fast, -REACH), indexAt(slow, -REACH)), Math.max(indexAt(fast, REACH), indexAt(slow, REACH))];
}

/** A native histogram. */
export function nativeHistograms(
  timeline: Timeline,
  { fast, slow }: Observations,
  observed: Observed,
): readonly Histogram[] {
  const [first, last] = indexRange(observed);
  const indexes = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const below = indexes.map((index) => {
    const bound = index === last ? Infinity : 2 ** (index / 2 ** NATIVE_SCHEMA);
    return [partBelow(observed.fast, bound), partBelow(observed.slow, bound)] as const;
  });
  const means = [meanOf(observed.fast), meanOf(observed.slow)] as const;
  return Array.from(timeline.times, (_, i) => {
    const [f, s] = [fast(i), slow(i)];
    const counts = below.map(([ofFast, ofSlow]) => Math.floor(f * ofFast + s * ofSlow));
    const count = counts.map((upTo, b) => upTo - (counts[b - 1] ?? 0));
    return nativeHistogram({
      schema: NATIVE_SCHEMA,
      count: counts.at(-1) ?? 0,
      sum: f * means[0] + s * means[1],
      positive: { index: indexes.filter((__, b) => (count[b] ?? 0) > 0), count: count.filter((c) => c > 0) },
    });
  });
}
