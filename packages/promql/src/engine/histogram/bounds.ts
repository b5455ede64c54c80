import { CUSTOM_SCHEMA, type Buckets, type Histogram } from './histogram.ts';

/** A bucket with its borders; `lower < x <= upper` for positive ones, `lower <= x < upper` for negative ones. */
export interface Bucket {
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

/** Upper bound of the positive bucket `index` of an exponential schema, that is 2^(index * 2^-schema). */
export function exponentialBound(schema: number, index: number): number {
  if (schema <= 0) return powerOfTwo(index * 2 ** -schema);
  const perDoubling = 2 ** schema;
  const whole = Math.floor(index / perDoubling);
  const rest = index - whole * perDoubling;
  return rest === 0 ? powerOfTwo(whole) : 2 ** (rest / perDoubling) * powerOfTwo(whole);
}

/** 2^exponent; the bound before the bucket of infinities is the largest float. */
function powerOfTwo(exponent: number): number {
  return exponent === 1024 ? Number.MAX_VALUE : 2 ** exponent;
}

/** Upper bound of a bucket of a custom histogram. */
function customBound(bounds: readonly number[], index: number): number {
  if (index < 0) return -Infinity;
  return bounds[index] ?? Infinity;
}

function positiveBucket({ schema, customBounds }: Histogram, index: number, count: number): Bucket {
  return schema === CUSTOM_SCHEMA
    ? { lower: customBound(customBounds, index - 1), upper: customBound(customBounds, index), count }
    : { lower: exponentialBound(schema, index - 1), upper: exponentialBound(schema, index), count };
}

function negativeBucket({ schema }: Histogram, index: number, count: number): Bucket {
  return { lower: -exponentialBound(schema, index), upper: -exponentialBound(schema, index - 1), count };
}

function zeroBucket({ zeroThreshold, zeroCount }: Histogram): Bucket {
  return { lower: -zeroThreshold, upper: zeroThreshold, count: zeroCount };
}

export function positiveBuckets(h: Histogram): readonly Bucket[] {
  return h.positive.index.map((index, i) => positiveBucket(h, index, h.positive.count[i] ?? 0));
}

/** In the order of the index, that is, away from zero. */
export function negativeBuckets(h: Histogram): readonly Bucket[] {
  return h.negative.index.map((index, i) => negativeBucket(h, index, h.negative.count[i] ?? 0));
}

/** All buckets that exist from the lowest to the highest, the zero bucket among them when it counts anything. */
export function ascendingBuckets(h: Histogram): readonly Bucket[] {
  const zero = h.zeroCount === 0 ? [] : [zeroBucket(h)];
  // A zero bucket that is wider than the buckets beside it takes their place up to its border.
  const positive = positiveBuckets(h).map((b) =>
    b.lower < h.zeroThreshold && h.schema !== CUSTOM_SCHEMA ? clipLower(b, h) : b,
  );
  const negative = negativeBuckets(h).map((b) => (b.upper > -h.zeroThreshold ? clipUpper(b, h) : b));
  return [...negative.toReversed(), ...zero, ...positive];
}

function clipLower(bucket: Bucket, { zeroThreshold }: Histogram): Bucket {
  return zeroThreshold < bucket.upper ? { ...bucket, lower: zeroThreshold } : bucket;
}

function clipUpper(bucket: Bucket, { zeroThreshold }: Histogram): Bucket {
  return -zeroThreshold > bucket.lower ? { ...bucket, upper: -zeroThreshold } : bucket;
}

/** Count of the bucket `index`, 0 when there is none. */
export function countAt({ index, count }: Buckets, wanted: number): number {
  const at = index.indexOf(wanted);
  return at < 0 ? 0 : (count[at] ?? 0);
}
