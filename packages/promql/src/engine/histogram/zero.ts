import { negativeBuckets, positiveBuckets, type Bucket } from './bounds.ts';
import { outsideZero } from './buckets.ts';
import type { Histogram } from './histogram.ts';

/** What a zero bucket of at least this width counts; it ends where a bucket that counts something ends. */
export function widerZero(h: Histogram, wanted: number): { readonly count: number; readonly threshold: number } {
  let threshold = wanted;
  for (;;) {
    let count = h.zeroCount;
    let wider = threshold;
    for (const buckets of [positiveBuckets(h), negativeBuckets(h)]) {
      for (const bucket of buckets) {
        const { near, far } = borders(bucket);
        if (near >= threshold) break;
        count += bucket.count;
        if (far > threshold) {
          if (bucket.count !== 0) wider = Math.max(wider, far);
          break;
        }
      }
    }
    if (wider === threshold) return { count, threshold };
    threshold = wider;
  }
}

/** Distances of a bucket's borders from zero. */
function borders({ lower, upper }: Bucket): { readonly near: number; readonly far: number } {
  const a = Math.abs(lower);
  const b = Math.abs(upper);
  return a < b ? { near: a, far: b } : { near: b, far: a };
}

/** The histogram with its zero bucket widened, which takes in the buckets within. */
function widenZero(h: Histogram, wanted: number): Histogram {
  const { count, threshold } = widerZero(h, wanted);
  return {
    ...h,
    zeroCount: count,
    zeroThreshold: threshold,
    positive: outsideZero(h.positive, h.schema, threshold),
    negative: outsideZero(h.negative, h.schema, threshold),
  };
}

/** Both histograms with zero buckets of one width. */
export function sameZero(first: Histogram, second: Histogram): readonly [Histogram, Histogram] {
  let a = first;
  let b = second;
  while (a.zeroThreshold !== b.zeroThreshold) {
    if (a.zeroThreshold > b.zeroThreshold) b = widenZero(b, a.zeroThreshold);
    if (b.zeroThreshold > a.zeroThreshold) a = widenZero(a, b.zeroThreshold);
  }
  return [a, b];
}
