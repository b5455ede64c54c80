import { apply, argument, binary, call, scalarNode, stringLiteral, vector } from './expression.ts';
import type { BucketOf, ObservationUnit } from './units.ts';
import type { Growing, Instant, Kind, Made, Scalar, Vector } from './vector.ts';

/**
 * Buckets that quantiles can be taken from: a rated native histogram, or rated classic buckets that still have `le`.
 * Otherwise a sentence that the compiler shows.
 */
export type Buckets<V extends Instant> = V['~']['kind'] extends Growing
  ? 'these buckets only grow: use rate() or increase() first'
  : V['~']['kind'] extends 'rated-histogram'
    ? V
    : 'le' extends V['~']['labels']
      ? V
      : "the label le is gone: keep it, as in sum(rate(h.bucket), { by: ['le'] })";

type WithoutBound<V extends Instant> = Exclude<V['~']['labels'], 'le'>;
type Observed<V extends Instant> = ObservationUnit<V['~']['unit']>;
type Rated<L extends string, U extends string> = Instant<L, BucketOf<U>, 'rated-histogram'>;

/** Value below which the share `q` (0–1) of the observations lies; of classic buckets or a native histogram. */
export function histogramQuantile<V extends Instant>(
  q: number | Scalar,
  buckets: Buckets<V>,
): Made<WithoutBound<V>, Observed<V>, 'gauge'>;
export function histogramQuantile(q: number | Scalar, buckets: Instant): Vector {
  return vector(call('histogram_quantile', scalarNode(q), argument(buckets, 'histogram_quantile', 2)));
}

/** Several quantiles at once, told apart by the label `label` (experimental). */
export function histogramQuantiles<const N extends string, V extends Instant>(
  buckets: Buckets<V>,
  label: N,
  ...q: readonly [number, ...number[]]
): Made<WithoutBound<V> | N, Observed<V>, 'gauge'>;
export function histogramQuantiles(buckets: Instant, label: string, ...q: readonly number[]): Vector {
  return vector(apply('histogram_quantiles', buckets, stringLiteral(label), ...q.map(scalarNode)));
}

/** Share of the observations between two values; of classic buckets (Prometheus ≥ 3.4) or a native histogram. */
export function histogramFraction<V extends Instant>(
  lower: number | Scalar<Observed<V>>,
  upper: number | Scalar<Observed<V>>,
  buckets: Buckets<V>,
): Made<WithoutBound<V>, 'ratio', 'gauge'>;
export function histogramFraction(lower: number | Scalar, upper: number | Scalar, buckets: Instant): Vector {
  return vector(
    call('histogram_fraction', scalarNode(lower), scalarNode(upper), argument(buckets, 'histogram_fraction', 3)),
  );
}

/** Number of observations in a native histogram: after `rate`, observations per second. */
export function histogramCount<L extends string, U extends string>(
  histogram: Rated<L, U>,
): Made<L, 'observations', 'gauge'> {
  return vector(apply('histogram_count', histogram));
}

/** Sum of the observations in a native histogram. */
export function histogramSum<L extends string, U extends string>(histogram: Rated<L, U>): Made<L, U, 'gauge'> {
  return vector(apply('histogram_sum', histogram));
}

/** Mean of the observations in a native histogram. */
export function histogramAvg<L extends string, U extends string>(histogram: Rated<L, U>): Made<L, U, 'gauge'> {
  return vector(apply('histogram_avg', histogram));
}

/** Estimated standard deviation of the observations in a native histogram. */
export function histogramStddev<L extends string, U extends string>(histogram: Rated<L, U>): Made<L, U, 'gauge'> {
  return vector(apply('histogram_stddev', histogram));
}

/** Estimated variance of the observations in a native histogram. */
export function histogramStdvar<L extends string, U extends string>(
  histogram: Rated<L, U>,
): Made<L, `${U}*${U}`, 'gauge'> {
  return vector(apply('histogram_stdvar', histogram));
}

/** The native histogram without its observations above `limit` (`</`). */
export function trimUpper<L extends string, U extends string, K extends Kind>(
  histogram: Instant<L, BucketOf<U>, K>,
  limit: number | Scalar<U>,
): Made<L, BucketOf<U>, K> {
  return vector(binary('</', histogram, limit));
}

/** The native histogram without its observations below `limit` (`>/`). */
export function trimLower<L extends string, U extends string, K extends Kind>(
  histogram: Instant<L, BucketOf<U>, K>,
  limit: number | Scalar<U>,
): Made<L, BucketOf<U>, K> {
  return vector(binary('>/', histogram, limit));
}
