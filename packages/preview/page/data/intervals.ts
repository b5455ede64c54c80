/** Points of one query at most, as in Prometheus. */
const MAX_STEPS = 11_000;

/** What a range query is asked for, in milliseconds. */
export interface Steps {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** What decides how far apart the points of a query lie, in milliseconds. */
export interface Resolution {
  readonly from: number;
  readonly to: number;
  /** What the width of the panel and the dashboard's minimum allow. */
  readonly interval: number;
  /** The query's own minimum. */
  readonly minimum?: number;
  readonly factor?: number;
}

/** The step of a query, and its range moved to multiples of it so that points stay where they are while time goes on. */
export function stepsOf({ from, to, interval, minimum = 0, factor = 1 }: Resolution): Steps {
  const finest = Math.ceil((to - from) / MAX_STEPS / 1000) * 1000;
  const step = Math.max(Math.max(interval, minimum) * factor, finest, 1);
  return { start: Math.floor(from / step) * step, end: Math.floor(to / step) * step, step };
}

/** `$__rate_interval`: wide enough for four samples, and a scrape wider than the step. Milliseconds. */
export function rateInterval(step: number, scrapeInterval: number): number {
  return Math.max(step + scrapeInterval, 4 * scrapeInterval);
}

const UNITS: readonly (readonly [string, number])[] = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
];

/** A duration as PromQL reads it, in the largest unit that divides it: `1m`, `90s`. */
export function promDuration(ms: number): string {
  for (const [unit, length] of UNITS) if (ms >= length && ms % length === 0) return `${ms / length}${unit}`;
  return `${Math.round(ms)}ms`;
}
