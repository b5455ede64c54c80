import type { Span } from './need.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Samples are made in advance up to a whole number of these, so that a minute more of time costs nothing. */
const AHEAD = 20 * MINUTE;

/** How far back samples of a step go: nearer ones lie as close as scrapes, the further the wider apart. */
interface Tier {
  readonly reach: number;
  /** The step is at least so long. */
  readonly step: number;
}

/** Two minutes at most: a lookback of five finds a sample, and a rate over five minutes has two. */
const TIERS: readonly Tier[] = [
  { reach: 6 * HOUR, step: 0 },
  { reach: 2 * DAY, step: MINUTE },
  { reach: 9 * DAY, step: 2 * MINUTE },
  { reach: 33 * DAY, step: 2 * MINUTE },
  { reach: 95 * DAY, step: 2 * MINUTE },
];

/** When series have samples: every `step` from `start` to `end`, Unix milliseconds, all whole multiples of the step. */
export interface Grid {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** The end of every grid at this time: later than now, and the same for a while. */
export function horizonAt(now: number): number {
  return (Math.floor(now / AHEAD) + 1) * AHEAD;
}

/** Samples of contracts go so much further back than a tier says: what is recorded at its beginning needs those before. */
const SLACK = 2 * HOUR;
/** Beginnings of recorded series that reach further back than their tier are rounded to this. */
const ROUNDING = 10 * MINUTE;

/** A stretch of the past that is no longer than this has samples as close as scrapes, whenever it was. */
const WINDOW = 12 * HOUR;
/** Such stretches begin and end at whole hours, so that they are made once while somebody looks around. */
const BLOCK = HOUR;

/** The grid of a metric that is read in a stretch of time. Nothing is older than 95 days, or later than the horizon. */
export function gridFor({ from, to }: Span, horizon: number, scrapeInterval: number): Grid {
  const last = TIERS.at(-1) ?? { reach: DAY, step: MINUTE };
  const newest = horizon - AHEAD;
  const isNear = newest - from <= (TIERS[0]?.reach ?? 0) + SLACK;
  if (!isNear && to - from <= WINDOW && newest - from <= last.reach) {
    const align = (time: number): number => Math.floor(time / scrapeInterval) * scrapeInterval;
    const [first, end] = [Math.floor(from / BLOCK) * BLOCK, Math.ceil(to / BLOCK) * BLOCK];
    return { start: align(first - SLACK), step: scrapeInterval, end: align(Math.min(end, horizon)) };
  }
  const tier = TIERS.find(({ reach }) => newest - from <= reach + SLACK) ?? last;
  const step = Math.max(scrapeInterval, tier.step);
  const start = Math.floor((newest - tier.reach - SLACK) / step) * step;
  return { start, step, end: Math.floor(horizon / step) * step };
}

/** The times at which a rule is evaluated for series that are needed from `from` on. */
export function evaluationGrid(from: number, interval: number, { start, end, step: sampleStep }: Grid): Grid {
  const step = Math.max(interval, sampleStep);
  const usual = start + SLACK;
  const begin = from >= usual ? usual : Math.floor(from / ROUNDING) * ROUNDING;
  return { start: Math.floor(begin / step) * step, step, end: Math.floor(end / step) * step };
}

/** Equal for equal grids. */
export function gridKey({ start, end, step }: Grid): string {
  return `${start}/${end}/${step}`;
}

/** Number of samples on a grid. */
export function gridLength({ start, end, step }: Grid): number {
  return Math.round((end - start) / step) + 1;
}
