import { histogram as nativeHistogram, type Histogram } from '../histogram/histogram.ts';
import type { HistogramDescription } from './description.ts';
import { meanOf, partBelow, type LogNormal } from './distribution.ts';

/** Beyond this many standard deviations there is nothing. */
const REACH = 4;

/** Cumulative counts of classic buckets, `+Inf` last, with count and sum. */
export function classicGatherer(bounds: readonly number[]) {
  const limits = [...bounds, Infinity];
  let counts = limits.map(() => 0);
  let sum = 0;
  return {
    observe(count: number, distribution: LogNormal): void {
      counts = counts.map((before, i) => before + Math.round(count * partBelow(distribution, limits[i] ?? Infinity)));
      sum += count * meanOf(distribution);
    },
    reset(): void {
      counts = limits.map(() => 0);
      sum = 0;
    },
    /** Bound as the label `le` says it, and cumulative count. */
    buckets: (): readonly (readonly [le: string, count: number])[] =>
      limits.map((bound, i) => [bound === Infinity ? '+Inf' : String(bound), counts[i] ?? 0]),
    total: (): { readonly count: number; readonly sum: number } => ({ count: counts.at(-1) ?? 0, sum }),
  };
}

/** The bucket that a value falls into, when each bucket ends `2^step` times later than the one before. */
function indexOf(value: number, step: number): number {
  return Math.ceil(Math.log2(value) / step);
}

/** A native histogram of exponential buckets. */
export function nativeGatherer({ schema }: Exclude<HistogramDescription['buckets'], readonly number[]>) {
  const step = 2 ** -schema;
  const counts = new Map<number, number>();
  let sum = 0;
  return {
    observe(count: number, distribution: LogNormal): void {
      const { median, spread } = distribution;
      const last = indexOf(median * Math.exp(REACH * spread), step);
      let before = 0;
      for (let i = indexOf(median * Math.exp(-REACH * spread), step); i <= last; i += 1) {
        const upTo = Math.round(count * (i === last ? 1 : partBelow(distribution, 2 ** (i * step))));
        if (upTo > before) counts.set(i, (counts.get(i) ?? 0) + upTo - before);
        before = Math.max(before, upTo);
      }
      sum += count * meanOf(distribution);
    },
    reset(): void {
      counts.clear();
      sum = 0;
    },
    histogram(): Histogram {
      const buckets = [...counts].toSorted(([a], [b]) => a - b);
      return nativeHistogram({
        schema,
        count: buckets.reduce((total, [, count]) => total + count, 0),
        sum,
        positive: { index: buckets.map(([i]) => i), count: buckets.map(([, count]) => count) },
      });
    },
  };
}
