import { coarser, commonBounds, rebound, sameBounds } from './buckets.ts';
import { isCustom, type Histogram } from './histogram.ts';
import { sameZero } from './zero.ts';

/** Two histograms in one layout: the coarser resolution, the wider zero bucket, the bounds both have. */
export interface Aligned {
  readonly left: Histogram;
  readonly right: Histogram;
  /** Custom bounds differed and were reduced to the common ones. */
  readonly reconciled: boolean;
}

/** Brings two histograms to one layout; `undefined` when one has custom and the other exponential buckets. */
export function align(left: Histogram, right: Histogram): Aligned | undefined {
  if (isCustom(left) !== isCustom(right)) return undefined;
  if (isCustom(left)) {
    if (sameBounds(left.customBounds, right.customBounds)) return { left, right, reconciled: false };
    const bounds = commonBounds(left.customBounds, right.customBounds);
    return { left: withBounds(left, bounds), right: withBounds(right, bounds), reconciled: true };
  }
  const [a, b] = sameZero(left, right);
  const schema = Math.min(a.schema, b.schema);
  return { left: toSchema(a, schema), right: toSchema(b, schema), reconciled: false };
}

function withBounds(h: Histogram, bounds: readonly number[]): Histogram {
  return { ...h, customBounds: bounds, positive: rebound(h.positive, h.customBounds, bounds) };
}

/** An exponential histogram in a coarser resolution. */
export function toSchema(h: Histogram, schema: number): Histogram {
  if (h.schema === schema || isCustom(h)) return h;
  return {
    ...h,
    schema,
    positive: coarser(h.positive, h.schema, schema),
    negative: coarser(h.negative, h.schema, schema),
  };
}
