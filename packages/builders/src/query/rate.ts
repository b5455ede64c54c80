import { argument, call, scalarNode, vector } from './expression.ts';
import type { PerSecond } from './units.ts';
import type { Scalar, Typed, Vector, Window } from './vector.ts';
import { type Level, rangeCall, ranged, type Ranged, type Rising } from './windowed.ts';

/** What `rate` makes of a kind: a counter can be read as a gauge, a native histogram as a rated one. */
export type Rated<K> = K extends 'histogram' ? 'rated-histogram' : 'gauge';

/** Per-second increase of a counter over the window, resets and gaps at the edges corrected for. */
export function rate<V extends Typed>(
  counter: Rising<V>,
  over?: Window,
): Vector<V['~labels'], PerSecond<V['~unit']>, Rated<V['~kind']>> {
  return vector(rangeCall('rate', counter, over));
}

/** Per-second increase between the last two samples in the window: for fast counters on zoomed-in graphs only. */
export function irate<V extends Typed>(
  counter: Rising<V>,
  over?: Window,
): Vector<V['~labels'], PerSecond<V['~unit']>, Rated<V['~kind']>> {
  return vector(rangeCall('irate', counter, over));
}

/** How much a counter grew over the window: `rate` times the window, so rarely a whole number. */
export function increase<V extends Typed>(
  counter: Rising<V>,
  over?: Window,
): Vector<V['~labels'], V['~unit'], Rated<V['~kind']>> {
  return vector(rangeCall('increase', counter, over));
}

/** How often a counter started again from zero in the window. */
export function resets<V extends Typed>(counter: Rising<V>, over?: Window): Vector<V['~labels'], 'resets', 'gauge'> {
  return vector(rangeCall('resets', counter, over));
}

/** How often the value changed in the window. */
export function changes<V extends Typed>(v: Ranged<V>, over?: Window): Vector<V['~labels'], 'changes', 'gauge'> {
  return vector(rangeCall('changes', v, over));
}

/** Last minus first value of a gauge in the window, extrapolated to its edges. */
export function delta<V extends Typed>(gauge: Level<V>, over?: Window): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(rangeCall('delta', gauge, over));
}

/** Difference between the last two samples of a gauge in the window. */
export function idelta<V extends Typed>(gauge: Level<V>, over?: Window): Vector<V['~labels'], V['~unit'], V['~kind']> {
  return vector(rangeCall('idelta', gauge, over));
}

/** Slope of a gauge per second, by linear regression over the window. */
export function deriv<V extends Typed>(
  gauge: Level<V>,
  over?: Window,
): Vector<V['~labels'], PerSecond<V['~unit']>, 'gauge'> {
  return vector(rangeCall('deriv', gauge, over));
}

/** Value of a gauge `ahead` seconds from now, by linear regression over the window. */
export function predictLinear<V extends Typed>(
  gauge: Level<V>,
  ahead: number | Scalar<'seconds'>,
  over?: Window,
): Vector<V['~labels'], V['~unit'], 'gauge'> {
  return vector(call('predict_linear', ranged(argument(gauge, 'predict_linear'), over), scalarNode(ahead)));
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
export function doubleExponentialSmoothing<V extends Typed>(
  gauge: Level<V>,
  { smoothing, trend, window: over }: Smoothing,
): Vector<V['~labels'], V['~unit'], 'gauge'> {
  const series = ranged(argument(gauge, 'double_exponential_smoothing'), over);
  return vector(call('double_exponential_smoothing', series, scalarNode(smoothing), scalarNode(trend)));
}
