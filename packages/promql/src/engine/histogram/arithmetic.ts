import { align } from './align.ts';
import { combine, filterBuckets, mapCounts } from './buckets.ts';
import { NO_BUCKETS, type Buckets, type Histogram, type ResetHint } from './histogram.ts';

/** A sum or difference, and what had to be done for it. */
export interface Combined {
  readonly histogram: Histogram;
  /** Custom bounds differed and were reduced to the common ones. */
  readonly reconciled: boolean;
  /** One was known to have been reset, the other not to have been. */
  readonly conflict: boolean;
}

/** The hint of two histograms put together. */
export function combinedHint(a: ResetHint, b: ResetHint): { readonly hint: ResetHint; readonly conflict: boolean } {
  if (a === b) return { hint: a, conflict: false };
  if (a === 'gauge' || b === 'gauge') return { hint: 'gauge', conflict: false };
  return { hint: 'unknown', conflict: a !== 'unknown' && b !== 'unknown' };
}

function combined(
  left: Histogram,
  right: Histogram,
  operate: (left: number, right: number) => number,
): Combined | undefined {
  const aligned = align(left, right);
  if (aligned === undefined) return undefined;
  const { left: a, right: b, reconciled } = aligned;
  const { hint, conflict } = combinedHint(left.hint, right.hint);
  return {
    histogram: {
      ...a,
      hint,
      count: operate(a.count, b.count),
      sum: operate(a.sum, b.sum),
      zeroCount: operate(a.zeroCount, b.zeroCount),
      positive: combine(a.positive, b.positive, operate),
      negative: combine(a.negative, b.negative, operate),
    },
    reconciled,
    conflict,
  };
}

/** `undefined` when one has custom and the other exponential buckets. */
export function addHistograms(left: Histogram, right: Histogram): Combined | undefined {
  return combined(left, right, (a, b) => a + b);
}

/** `undefined` when one has custom and the other exponential buckets. */
export function subtractHistograms(left: Histogram, right: Histogram): Combined | undefined {
  return combined(left, right, (a, b) => a - b);
}

function mapped(h: Histogram, change: (value: number) => number): Histogram {
  return {
    ...h,
    count: change(h.count),
    sum: change(h.sum),
    zeroCount: change(h.zeroCount),
    positive: mapCounts(h.positive, change),
    negative: mapCounts(h.negative, change),
  };
}

/** All counts times a factor; a negative one makes a gauge of it. */
export function multiplyHistogram(h: Histogram, factor: number): Histogram {
  const result = mapped(h, (value) => value * factor);
  return factor < 0 ? { ...result, hint: 'gauge' } : result;
}

/** All counts divided; division by zero leaves no buckets. */
export function divideHistogram(h: Histogram, divisor: number): Histogram {
  const result = mapped(h, (value) => value / divisor);
  if (divisor === 0) return { ...result, positive: NO_BUCKETS, negative: NO_BUCKETS };
  return divisor < 0 ? { ...result, hint: 'gauge' } : result;
}

/** Without buckets that count nothing. */
export function compact(h: Histogram): Histogram {
  return { ...h, positive: counted(h.positive), negative: counted(h.negative) };
}

function counted(buckets: Buckets): Buckets {
  return filterBuckets(buckets, (_index, count) => count !== 0);
}

/** Whether two histograms are the same, their hints aside; NaN is like NaN. */
export function sameHistogram(a: Histogram, b: Histogram): boolean {
  return (
    a.schema === b.schema &&
    Object.is(a.count, b.count) &&
    Object.is(a.sum, b.sum) &&
    (a.zeroCount === b.zeroCount || Object.is(a.zeroCount, b.zeroCount)) &&
    a.zeroThreshold === b.zeroThreshold &&
    a.customBounds.length === b.customBounds.length &&
    a.customBounds.every((bound, i) => bound === b.customBounds[i]) &&
    sameBuckets(a.positive, b.positive) &&
    sameBuckets(a.negative, b.negative)
  );
}

function sameBuckets(a: Buckets, b: Buckets): boolean {
  return (
    a.index.length === b.index.length &&
    a.index.every((index, i) => index === b.index[i] && Object.is(a.count[i], b.count[i]))
  );
}
