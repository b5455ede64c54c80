import type { Expr } from '@binnacle/promql';
import { argument, call, scalarNode, vector } from './expression.ts';
import type { Product } from './units.ts';
import type { Kind, Made, Scalar, Window } from './vector.ts';
import { rangeCall, ranged, type Ranged } from './windowed.ts';

/** Average of each series over the window, every sample weighing the same. */
export function avgOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, U, K> {
  return vector(rangeCall('avg_over_time', v, over));
}

/** Smallest value of each series in the window. */
export function minOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, U, K> {
  return vector(rangeCall('min_over_time', v, over));
}

/** Largest value of each series in the window. */
export function maxOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, U, K> {
  return vector(rangeCall('max_over_time', v, over));
}

/** Sum of the samples of each series in the window. */
export function sumOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, U, K> {
  return vector(rangeCall('sum_over_time', v, over));
}

/** How many samples each series has in the window. */
export function countOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, 'samples', 'gauge'> {
  return vector(rangeCall('count_over_time', v, over));
}

/** Value below which the share `q` (0–1) of the samples in the window lies. */
export function quantileOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  q: number | Scalar,
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, U, K> {
  return vector(call('quantile_over_time', scalarNode(q), ranged(argument<Expr>(v, 'quantile_over_time', 2), over)));
}

/** Population standard deviation of the samples in the window. */
export function stddevOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, U, K> {
  return vector(rangeCall('stddev_over_time', v, over));
}

/** Population variance of the samples in the window. */
export function stdvarOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, Product<U, U>, K> {
  return vector(rangeCall('stdvar_over_time', v, over));
}

/** Median absolute deviation of the samples in the window (experimental). */
export function madOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, U, K> {
  return vector(rangeCall('mad_over_time', v, over));
}

/** Oldest sample in the window (experimental). */
export function firstOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, U, K> {
  return vector(rangeCall('first_over_time', v, over));
}

/** Newest sample in the window: bridges gaps longer than the lookback. */
export function lastOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, U, K> {
  return vector(rangeCall('last_over_time', v, over));
}

/** 1 for every series that has a sample in the window. */
export function presentOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, 'bool', 'gauge'> {
  return vector(rangeCall('present_over_time', v, over));
}

/** When the smallest sample in the window was taken, unix time (experimental). */
export function tsOfMinOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, 'seconds', 'gauge'> {
  return vector(rangeCall('ts_of_min_over_time', v, over));
}

/** When the largest sample in the window was taken, unix time (experimental). */
export function tsOfMaxOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, 'seconds', 'gauge'> {
  return vector(rangeCall('ts_of_max_over_time', v, over));
}

/** When the oldest sample in the window was taken, unix time (experimental). */
export function tsOfFirstOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, 'seconds', 'gauge'> {
  return vector(rangeCall('ts_of_first_over_time', v, over));
}

/** When the newest sample in the window was taken, unix time (experimental). */
export function tsOfLastOverTime<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, 'seconds', 'gauge'> {
  return vector(rangeCall('ts_of_last_over_time', v, over));
}
