import { ascendingBuckets, negativeBuckets, positiveBuckets, type Bucket } from './bounds.ts';
import { NO_BUCKETS, isCustom, type Buckets, type Histogram } from './histogram.ts';
import { oneSided, shareBelow } from './quantile.ts';

/** What is kept of one bucket: how many observations, and between which borders they lie. */
interface Kept {
  readonly count: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The observations up to a bound (`side` is `below`, operator `</`) or from it on (`above`, `>/`). The bucket the bound is in is
 * split by interpolation, and the sum is estimated anew from the middle of what is left of each bucket.
 */
export function trimHistogram(h: Histogram, bound: number, side: 'below' | 'above'): Histogram {
  const everything = side === 'below' ? bound === Infinity : bound === -Infinity;
  if (everything || isUntouched(h, bound, side)) return h;
  let count = 0;
  let sum = 0;
  const cut = (original: Bucket, isZero: boolean): number => {
    const kept = keptOf(h, original, isZero, bound, side);
    count += kept.count;
    if (kept.count !== 0) sum += kept.count * middleOf(h, kept, isZero);
    return kept.count;
  };
  const negative = cutBuckets(h.negative, negativeBuckets(h), (bucket) => cut(bucket, false));
  const zeroCount = h.zeroCount === 0 ? 0 : cut(zeroOf(h), true);
  const positive = cutBuckets(h.positive, positiveBuckets(h), (bucket) => cut(bucket, false));
  return { ...h, count, sum, zeroCount, negative, positive };
}

function zeroOf(h: Histogram): Bucket {
  return { lower: -h.zeroThreshold, upper: h.zeroThreshold, count: h.zeroCount };
}

/** Nothing lies beyond the bound: the histogram, and with it its exact sum, stays as it is. */
function isUntouched(h: Histogram, bound: number, side: 'below' | 'above'): boolean {
  return ascendingBuckets(h).every((original) => {
    const isZero = original.lower <= 0 && original.upper >= 0 && !isCustom(h);
    const { lower, upper, count } = effective(h, original, isZero, bound);
    if (count === 0) return true;
    return side === 'below' ? upper <= bound : lower >= bound;
  });
}

/**
 * A bucket with the borders its observations are taken to have. A first custom bucket that ends above zero begins at zero, for
 * bounds that are not below.
 */
function effective(h: Histogram, bucket: Bucket, isZero: boolean, bound: number): Bucket {
  if (isZero) return oneSided(h, bucket);
  const fromZero =
    isCustom(h) && bucket.lower === -Infinity && bucket.upper > 0 && bucket.upper < Infinity && bound >= 0;
  return fromZero ? { ...bucket, lower: 0 } : bucket;
}

function keptOf(h: Histogram, original: Bucket, isZero: boolean, bound: number, side: 'below' | 'above'): Kept {
  const bucket = effective(h, original, isZero, bound);
  const { lower, upper } = bucket;
  if (side === 'below' ? upper <= bound : lower >= bound) return bucket;
  if (side === 'below' ? lower >= bound : upper <= bound) return { ...bucket, count: 0 };
  if (lower === -Infinity && (side === 'above' || upper > 0)) return { ...bucket, count: 0 };
  const share = shareBelow(bound, bucket, isZero || isCustom(h));
  return side === 'below'
    ? { count: bucket.count * share, lower, upper: bound }
    : { count: bucket.count * (1 - share), lower: bound, upper };
}

function middleOf(h: Histogram, { lower, upper }: Kept, isZero: boolean): number {
  if (lower === -Infinity) return upper;
  if (upper === Infinity) return lower;
  if (isZero || isCustom(h)) return (lower + upper) / 2;
  const size = Math.sqrt(lower * upper);
  return upper > 0 ? size : -size;
}

function cutBuckets({ index }: Buckets, buckets: readonly Bucket[], cut: (bucket: Bucket) => number): Buckets {
  const kept: { index: number[]; count: number[] } = { index: [], count: [] };
  for (const [i, bucket] of buckets.entries()) {
    const count = cut(bucket);
    if (count === 0) continue;
    kept.index.push(index[i] ?? 0);
    kept.count.push(count);
  }
  return kept.index.length === 0 ? NO_BUCKETS : kept;
}
