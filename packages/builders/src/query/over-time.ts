import { call, scalarNode, vector } from './expression.ts';
import { ranged } from './rate.ts';
import type { Product } from './units.ts';
import type { Kind, RangeInput, Scalar, Vector, Window } from './vector.ts';

/** Average of each series over the window, every sample weighing the same. */
export function avgOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, K> {
  return vector(call('avg_over_time', ranged(v, over)));
}

/** Smallest value of each series in the window. */
export function minOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, K> {
  return vector(call('min_over_time', ranged(v, over)));
}

/** Largest value of each series in the window. */
export function maxOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, K> {
  return vector(call('max_over_time', ranged(v, over)));
}

/** Sum of the samples of each series in the window. */
export function sumOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, K> {
  return vector(call('sum_over_time', ranged(v, over)));
}

/** How many samples each series has in the window. */
export function countOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, 'samples', 'gauge'> {
  return vector(call('count_over_time', ranged(v, over)));
}

/** Value below which the share `q` (0–1) of the samples in the window lies. */
export function quantileOverTime<L extends string, U extends string, K extends Kind>(
  q: number | Scalar,
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, K> {
  return vector(call('quantile_over_time', scalarNode(q), ranged(v, over)));
}

/** Population standard deviation of the samples in the window. */
export function stddevOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, K> {
  return vector(call('stddev_over_time', ranged(v, over)));
}

/** Population variance of the samples in the window. */
export function stdvarOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, Product<U, U>, K> {
  return vector(call('stdvar_over_time', ranged(v, over)));
}

/** Median absolute deviation of the samples in the window (feature `promql-experimental-functions`). */
export function madOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, K> {
  return vector(call('mad_over_time', ranged(v, over)));
}

/** Oldest sample in the window (feature `promql-experimental-functions`). */
export function firstOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, K> {
  return vector(call('first_over_time', ranged(v, over)));
}

/** Newest sample in the window: bridges gaps longer than the lookback. */
export function lastOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, K> {
  return vector(call('last_over_time', ranged(v, over)));
}

/** 1 for every series that has a sample in the window. */
export function presentOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, 'bool', 'gauge'> {
  return vector(call('present_over_time', ranged(v, over)));
}

/** When the smallest sample in the window was taken, unix time (feature `promql-experimental-functions`). */
export function tsOfMinOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, 'seconds', 'gauge'> {
  return vector(call('ts_of_min_over_time', ranged(v, over)));
}

/** When the largest sample in the window was taken, unix time (feature `promql-experimental-functions`). */
export function tsOfMaxOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, 'seconds', 'gauge'> {
  return vector(call('ts_of_max_over_time', ranged(v, over)));
}

/** When the oldest sample in the window was taken, unix time (feature `promql-experimental-functions`). */
export function tsOfFirstOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, 'seconds', 'gauge'> {
  return vector(call('ts_of_first_over_time', ranged(v, over)));
}

/** When the newest sample in the window was taken, unix time (feature `promql-experimental-functions`). */
export function tsOfLastOverTime<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, 'seconds', 'gauge'> {
  return vector(call('ts_of_last_over_time', ranged(v, over)));
}
