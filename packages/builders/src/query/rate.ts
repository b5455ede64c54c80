import type { Expr } from '@binnacle/promql';
import { argument, call, scalarNode, vector } from './expression.ts';
import type { PerSecond } from './units.ts';
import type { Kind, Made, Scalar, Window } from './vector.ts';
import { type Level, rangeCall, ranged, type Ranged, type Rising } from './windowed.ts';

/** What `rate` makes of a kind: a counter can be read as a gauge, a native histogram as a rated one. */
export type Rated<K> = K extends 'histogram' ? 'rated-histogram' : 'gauge';

/** Per-second increase of a counter over the window, resets and gaps at the edges corrected for. */
export function rate<L extends string, U extends string, K extends Kind, E extends Expr>(
  counter: Rising<L, U, K, E>,
  over?: Window,
): Made<L, PerSecond<U>, Rated<K>> {
  return vector(rangeCall('rate', counter, over));
}

/** Per-second increase between the last two samples in the window: for fast counters on zoomed-in graphs only. */
export function irate<L extends string, U extends string, K extends Kind, E extends Expr>(
  counter: Rising<L, U, K, E>,
  over?: Window,
): Made<L, PerSecond<U>, Rated<K>> {
  return vector(rangeCall('irate', counter, over));
}

/** How much a counter grew over the window: `rate` times the window, so rarely a whole number. */
export function increase<L extends string, U extends string, K extends Kind, E extends Expr>(
  counter: Rising<L, U, K, E>,
  over?: Window,
): Made<L, U, Rated<K>> {
  return vector(rangeCall('increase', counter, over));
}

/** How often a counter started again from zero in the window. */
export function resets<L extends string, U extends string, K extends Kind, E extends Expr>(
  counter: Rising<L, U, K, E>,
  over?: Window,
): Made<L, 'resets', 'gauge'> {
  return vector(rangeCall('resets', counter, over));
}

/** How often the value changed in the window. */
export function changes<L extends string, U extends string, K extends Kind, E extends Expr>(
  v: Ranged<L, U, K, E>,
  over?: Window,
): Made<L, 'changes', 'gauge'> {
  return vector(rangeCall('changes', v, over));
}

/** Last minus first value of a gauge in the window, extrapolated to its edges. */
export function delta<L extends string, U extends string, K extends Kind, E extends Expr>(
  gauge: Level<L, U, K, E>,
  over?: Window,
): Made<L, U, K> {
  return vector(rangeCall('delta', gauge, over));
}

/** Difference between the last two samples of a gauge in the window. */
export function idelta<L extends string, U extends string, K extends Kind, E extends Expr>(
  gauge: Level<L, U, K, E>,
  over?: Window,
): Made<L, U, K> {
  return vector(rangeCall('idelta', gauge, over));
}

/** Slope of a gauge per second, by linear regression over the window. */
export function deriv<L extends string, U extends string, K extends Kind, E extends Expr>(
  gauge: Level<L, U, K, E>,
  over?: Window,
): Made<L, PerSecond<U>, 'gauge'> {
  return vector(rangeCall('deriv', gauge, over));
}

/** Value of a gauge `ahead` seconds from now, by linear regression over the window. */
export function predictLinear<L extends string, U extends string, K extends Kind, E extends Expr>(
  gauge: Level<L, U, K, E>,
  ahead: number | Scalar<'seconds'>,
  over?: Window,
): Made<L, U, 'gauge'> {
  return vector(call('predict_linear', ranged(argument<Expr>(gauge, 'predict_linear'), over), scalarNode(ahead)));
}

/** Smoothing and trend factors of {@link doubleExponentialSmoothing}, each between 0 and 1. */
export interface Smoothing {
  /** Lower: older samples weigh more. */
  readonly smoothing: number;
  /** Higher: trends weigh more. */
  readonly trend: number;
  readonly window?: Window;
}

/** A smoothed gauge that follows its trend (experimental). */
export function doubleExponentialSmoothing<L extends string, U extends string, K extends Kind, E extends Expr>(
  gauge: Level<L, U, K, E>,
  { smoothing, trend, window: over }: Smoothing,
): Made<L, U, 'gauge'> {
  const series = ranged(argument<Expr>(gauge, 'double_exponential_smoothing'), over);
  return vector(call('double_exponential_smoothing', series, scalarNode(smoothing), scalarNode(trend)));
}
