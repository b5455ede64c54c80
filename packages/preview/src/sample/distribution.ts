import type { MetricSpec } from '@binnacle/model';

/** A log-normal distribution: half is below `median`, `spread` is the standard deviation of the logarithm. */
export interface Distribution {
  readonly median: number;
  readonly spread: number;
}

/** What is observed: nearly everything is fast, and the slow rest makes the tail. */
export interface Observed {
  readonly fast: Distribution;
  readonly slow: Distribution;
}

/** Part of all observations that is slow while nothing is wrong. */
export const SLOW_PART = 0.01;

/** Part of a standard normal distribution below `x`. Abramowitz and Stegun 26.2.17, off by at most 7.5e-8. */
function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = (Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return x >= 0 ? 1 - above : above;
}

/** Part of a distribution at or below a value. */
export function partBelow({ median, spread }: Distribution, value: number): number {
  if (value <= 0) return 0;
  return value === Infinity ? 1 : normalBelow(Math.log(value / median) / spread);
}

export function meanOf({ median, spread }: Distribution): number {
  return median * Math.exp((spread * spread) / 2);
}

/** Value below which a part of the distribution is. Logistic approximation of the normal quantile, good to 2 %. */
export function quantileOf({ median, spread }: Distribution, part: number): number {
  const p = Math.min(0.9999, Math.max(0.0001, part));
  return median * Math.exp(spread * (Math.log(p / (1 - p)) / 1.702));
}

/** The middle of what is observed in a unit, where no bucket tells. */
function usualMedian(unit: string): number {
  if (/bytes/.test(unit)) return 4096;
  return /millisecond/.test(unit) ? 40 : /microsecond/.test(unit) ? 900 : /seconds/.test(unit) ? 0.04 : 20;
}

/**
 * What the observations of a histogram or summary look like. Buckets were chosen around what is measured: the median lies
 * among the lower ones, and what is slow above the middle.
 */
export function observedOf({ buckets = [], unit }: Pick<MetricSpec, 'buckets' | 'unit'>): Observed {
  const bounds = buckets.filter((bound) => bound > 0);
  const at = (part: number): number | undefined => bounds[Math.floor((bounds.length - 1) * part)];
  const median = at(0.2) ?? usualMedian(unit);
  const high = at(0.55) ?? median * 4;
  const spread = Math.min(0.9, Math.max(0.25, Math.log((high / median) * 1.25) / 3));
  const slow = Math.max(at(0.6) ?? median * 5, median * 2.5);
  return { fast: { median: median * 0.8, spread }, slow: { median: slow, spread: 0.45 } };
}
