import { ascendingBuckets, type Bucket } from './bounds.ts';
import { isCustom, type Histogram } from './histogram.ts';
import { roundingLoss } from './total.ts';

/** A quantile, and what NaN observations did to it. */
export interface Quantile {
  readonly value: number;
  readonly nan?: 'result' | 'skewed';
}

/** The φ-quantile of a native histogram, interpolated within its bucket: exponentially, or linearly in zero and custom ones. */
export function histogramQuantile(q: number, h: Histogram): Quantile {
  if (q < 0) return { value: -Infinity };
  if (q > 1) return { value: Infinity };
  if (h.count === 0 || Number.isNaN(q)) return { value: NaN };
  const hasNaN = Number.isNaN(h.sum);
  // Observations of NaN are in no bucket but count: only from below the rank can be found.
  const fromBelow = hasNaN || q < 0.5;
  const wanted = (fromBelow ? q : 1 - q) * h.count;
  const buckets = fromBelow ? ascendingBuckets(h) : ascendingBuckets(h).toReversed();
  let reached = 0;
  let bucket: Bucket = { lower: 0, upper: 0, count: 0 };
  for (bucket of buckets) {
    if (bucket.count === 0) continue;
    reached += bucket.count;
    if (reached >= wanted) break;
  }
  if (hasNaN && reached < wanted) return { value: NaN, nan: 'result' };
  const value = within(h, bucket, reached, wanted, fromBelow);
  return hasNaN ? { value, nan: Number.isNaN(value) ? 'result' : 'skewed' } : { value };
}

function within(h: Histogram, found: Bucket, reached: number, wanted: number, fromBelow: boolean): number {
  let { lower, upper } = found;
  if (isCustom(h)) {
    if (lower === -Infinity) {
      if (upper <= 0) return upper;
      lower = 0;
    }
    if (upper === Infinity) return lower;
  } else if (lower < 0 && upper > 0) ({ lower, upper } = oneSided(h, found));
  // Rounding can leave the rank beyond all buckets.
  if (reached < wanted) return fromBelow ? upper : lower;
  const rank = fromBelow ? wanted - (reached - found.count) : reached - wanted;
  const fraction = rank / found.count;
  if (isCustom(h) || (lower <= 0 && upper >= 0)) return lower + (upper - lower) * fraction;
  const logLower = Math.log2(Math.abs(lower));
  const logUpper = Math.log2(Math.abs(upper));
  if (lower > 0) return 2 ** (logLower + (logUpper - logLower) * fraction);
  return -(2 ** (logUpper + (logLower - logUpper) * (1 - fraction)));
}

/** The zero bucket of a histogram with only positive or only negative buckets lies on that side of zero. */
export function oneSided(h: Histogram, bucket: Bucket): Bucket {
  const hasPositive = h.positive.index.length > 0;
  const hasNegative = h.negative.index.length > 0;
  if (hasPositive && !hasNegative) return { ...bucket, lower: 0 };
  if (hasNegative && !hasPositive) return { ...bucket, upper: 0 };
  return bucket;
}

/** Share of observations between two bounds. */
export function histogramFraction(from: number, to: number, h: Histogram): number {
  if (h.count === 0 || Number.isNaN(from) || Number.isNaN(to)) return NaN;
  if (from >= to) return 0;
  const atFrom = rankOf(from, h);
  const atTo = rankOf(to, h);
  return (atTo - atFrom) / h.count;
}

/** How many observations are at or below a value. */
function rankOf(value: number, h: Histogram): number {
  let rank = 0;
  for (const original of ascendingBuckets(h)) {
    const isZero = original.lower <= 0 && original.upper >= 0;
    const bucket = isZero ? oneSided(h, original) : original;
    if (bucket.lower >= value) return rank;
    if (bucket.upper > value) return rank + bucket.count * shareBelow(value, bucket, isZero || isCustom(h));
    rank += bucket.count;
  }
  // NaN observations are above everything.
  return Number.isNaN(h.sum) ? rank : h.count;
}

/** Share of a bucket below a value within it. Nothing of a bucket without end is below, all of one without beginning is. */
export function shareBelow(value: number, { lower, upper }: Bucket, linear: boolean): number {
  if (lower === -Infinity) return 1;
  if (upper === Infinity) return 0;
  if (linear) return (value - lower) / (upper - lower);
  const logLower = Math.log2(Math.abs(lower));
  const logUpper = Math.log2(Math.abs(upper));
  const logValue = Math.log2(Math.abs(value));
  return value > 0 ? (logValue - logLower) / (logUpper - logLower) : 1 - (logValue - logUpper) / (logLower - logUpper);
}

/** Variance of the observations, each taken to lie in the middle of its bucket. */
export function histogramVariance(h: Histogram): number {
  const mean = h.sum / h.count;
  let variance = 0;
  let lost = 0;
  for (const bucket of ascendingBuckets(h)) {
    if (bucket.count === 0) continue;
    const delta = middle(h, bucket) - mean;
    const summand = bucket.count * delta * delta;
    const next = variance + summand;
    lost += roundingLoss(variance, summand, next);
    variance = next;
  }
  return (variance + lost) / h.count;
}

function middle(h: Histogram, { lower, upper }: Bucket): number {
  if (isCustom(h)) return (upper + lower) / 2;
  if (lower <= 0 && upper >= 0) return 0;
  const size = Math.sqrt(upper * lower);
  return upper > 0 ? size : -size;
}
