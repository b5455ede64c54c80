import { align, toSchema } from './align.ts';
import { combinedHint, divideHistogram, multiplyHistogram } from './arithmetic.ts';
import { combine, mapCounts } from './buckets.ts';
import { NO_BUCKETS, type Buckets, type Histogram } from './histogram.ts';

/** A sum of histograms under way, with what rounding has lost so far (Kahan, Neumaier). */
export interface Total {
  readonly sum: Histogram;
  readonly lost: Histogram;
}

/** The compensation of a first summand: nothing lost, in its layout. */
function nothingLost(h: Histogram): Histogram {
  return {
    ...h,
    count: 0,
    sum: 0,
    zeroCount: 0,
    positive: mapCounts(h.positive, () => 0),
    negative: mapCounts(h.negative, () => 0),
  };
}

export function startTotal(h: Histogram): Total {
  return { sum: h, lost: nothingLost(h) };
}

/** What one addition loses to rounding. */
export function roundingLoss(sum: number, summand: number, result: number): number {
  if (!Number.isFinite(result)) return 0;
  return Math.abs(sum) >= Math.abs(summand) ? sum - result + summand : summand - result + sum;
}

const add = (a: number, b: number) => a + b;
/** A sum with its loss put back; an infinite one has none. */
const restored = (value: number, loss: number) => (Number.isFinite(value) ? value + loss : value);
const isInfinite = (value: number) => value === Infinity || value === -Infinity;

export interface Added {
  readonly total: Total;
  readonly reconciled: boolean;
  readonly conflict: boolean;
}

/** One more summand; `undefined` when one has custom and the other exponential buckets. */
export function addToTotal({ sum, lost }: Total, h: Histogram): Added | undefined {
  const aligned = align(sum, h);
  if (aligned === undefined) return undefined;
  const { left, right, reconciled } = aligned;
  // The compensation takes the layout of the sum.
  const lossAligned = align(lost, right)?.left ?? lost;
  const before = toSchema(lossAligned, left.schema);
  const { hint, conflict } = combinedHint(sum.hint, h.hint);
  const losses = (a: Buckets, b: Buckets, c: Buckets) => combine(c, combineLoss(a, b), add);
  const count = left.count + right.count;
  const total = left.sum + right.sum;
  const zeroCount = left.zeroCount + right.zeroCount;
  return {
    total: {
      sum: {
        ...left,
        hint,
        count,
        sum: total,
        zeroCount,
        positive: combine(left.positive, right.positive, add),
        negative: combine(left.negative, right.negative, add),
      },
      lost: {
        ...before,
        zeroThreshold: left.zeroThreshold,
        count: before.count + roundingLoss(left.count, right.count, count),
        sum: before.sum + roundingLoss(left.sum, right.sum, total),
        zeroCount: before.zeroCount + roundingLoss(left.zeroCount, right.zeroCount, zeroCount),
        positive: losses(left.positive, right.positive, before.positive),
        negative: losses(left.negative, right.negative, before.negative),
      },
    },
    reconciled,
    conflict,
  };
}

function combineLoss(a: Buckets, b: Buckets): Buckets {
  return combine(a, b, (left, right) => roundingLoss(left, right, left + right));
}

/** The sum with the losses put back, except where it is infinite. */
export function endTotal({ sum, lost }: Total): Histogram {
  return {
    ...sum,
    count: restored(sum.count, lost.count),
    sum: restored(sum.sum, lost.sum),
    zeroCount: restored(sum.zeroCount, lost.zeroCount),
    positive: sum.positive.index.length === 0 ? NO_BUCKETS : combine(sum.positive, lost.positive, restored),
    negative: sum.negative.index.length === 0 ? NO_BUCKETS : combine(sum.negative, lost.negative, restored),
  };
}

/** Whether a count or the sum has left the range of floats. */
export function hasOverflow({ count, sum, zeroCount, positive, negative }: Histogram): boolean {
  return (
    isInfinite(count) ||
    isInfinite(sum) ||
    isInfinite(zeroCount) ||
    positive.count.some(isInfinite) ||
    negative.count.some(isInfinite)
  );
}

export function scaleTotal({ sum, lost }: Total, factor: number): Total {
  return { sum: multiplyHistogram(sum, factor), lost: multiplyHistogram(lost, factor) };
}

export function divideTotal({ sum, lost }: Total, divisor: number): Total {
  return { sum: divideHistogram(sum, divisor), lost: divideHistogram(lost, divisor) };
}
