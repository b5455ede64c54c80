import { NO_SPAN, type Expr } from '@binnacle/promql';
import { call, scalarNode, vector } from './expression.ts';
import type { PerSecond } from './units.ts';
import { AUTO_WINDOW, type Kind, type RangeInput, type Scalar, type Vector, type Window } from './vector.ts';
import { window } from './window.ts';

/** What `rate` makes of a kind: a counter can be read as a gauge, a native histogram as a rated one. */
export type Rated<K> = K extends 'histogram' ? 'rated-histogram' : 'gauge';

type Growing = 'counter' | 'histogram';
type Level = 'gauge' | 'rated-histogram';

/** The range expression a windowed function reads: the explicit range, or the selector with its window. */
export function ranged(input: { readonly type: string; readonly expr: Expr }, over: Window = AUTO_WINDOW): Expr {
  const { expr } = input;
  return expr.type === 'VectorSelector'
    ? { type: 'MatrixSelector', span: NO_SPAN, selector: expr, range: window(over) }
    : expr;
}

/** Per-second increase of a counter over the window, resets and gaps at the edges corrected for. */
export function rate<L extends string, U extends string, K extends Growing>(
  counter: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, PerSecond<U>, Rated<K>> {
  return vector(call('rate', ranged(counter, over)));
}

/** Per-second increase between the last two samples in the window: for fast counters on zoomed-in graphs only. */
export function irate<L extends string, U extends string, K extends Growing>(
  counter: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, PerSecond<U>, Rated<K>> {
  return vector(call('irate', ranged(counter, over)));
}

/** How much a counter grew over the window: `rate` times the window, so rarely a whole number. */
export function increase<L extends string, U extends string, K extends Growing>(
  counter: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, Rated<K>> {
  return vector(call('increase', ranged(counter, over)));
}

/** How often a counter started again from zero in the window. */
export function resets<L extends string, U extends string, K extends Growing>(
  counter: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, 'resets', 'gauge'> {
  return vector(call('resets', ranged(counter, over)));
}

/** How often the value changed in the window. */
export function changes<L extends string, U extends string, K extends Kind>(
  v: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, 'changes', 'gauge'> {
  return vector(call('changes', ranged(v, over)));
}

/** Last minus first value of a gauge in the window, extrapolated to its edges. */
export function delta<L extends string, U extends string, K extends Level>(
  gauge: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, K> {
  return vector(call('delta', ranged(gauge, over)));
}

/** Difference between the last two samples of a gauge in the window. */
export function idelta<L extends string, U extends string, K extends Level>(
  gauge: RangeInput<L, U, K>,
  over?: Window,
): Vector<L, U, K> {
  return vector(call('idelta', ranged(gauge, over)));
}

/** Slope of a gauge per second, by linear regression over the window. */
export function deriv<L extends string, U extends string>(
  gauge: RangeInput<L, U, 'gauge'>,
  over?: Window,
): Vector<L, PerSecond<U>, 'gauge'> {
  return vector(call('deriv', ranged(gauge, over)));
}

/** Value of a gauge `ahead` seconds from now, by linear regression over the window. */
export function predictLinear<L extends string, U extends string>(
  gauge: RangeInput<L, U, 'gauge'>,
  ahead: number | Scalar<'seconds'>,
  over?: Window,
): Vector<L, U, 'gauge'> {
  return vector(call('predict_linear', ranged(gauge, over), scalarNode(ahead)));
}

/** Smoothing and trend factors of {@link doubleExponentialSmoothing}, each between 0 and 1. */
export interface Smoothing {
  /** Lower: older samples weigh more. */
  readonly smoothing: number;
  /** Higher: trends weigh more. */
  readonly trend: number;
  readonly window?: Window;
}

/** A smoothed gauge that follows its trend (Prometheus ≥ 3.0, feature `promql-experimental-functions`). */
export function doubleExponentialSmoothing<L extends string, U extends string>(
  gauge: RangeInput<L, U, 'gauge'>,
  { smoothing, trend, window: over }: Smoothing,
): Vector<L, U, 'gauge'> {
  return vector(call('double_exponential_smoothing', ranged(gauge, over), scalarNode(smoothing), scalarNode(trend)));
}
