/** Buckets that exist, in ascending order of their index; `count` is parallel to `index`. */
export interface Buckets {
  readonly index: readonly number[];
  readonly count: readonly number[];
}

/** What is known about a counter having been reset before this sample. */
export type ResetHint = 'unknown' | 'reset' | 'notReset' | 'gauge';

/**
 * A native histogram with float counts. Schemas -4 to 8 have exponential buckets: bucket `i` ends at `2^(i * 2^-schema)`.
 * Schema -53 has the bounds of `customBounds`, a last bucket to +Inf, and neither negative nor zero bucket.
 */
export interface Histogram {
  readonly schema: number;
  readonly count: number;
  readonly sum: number;
  readonly zeroCount: number;
  readonly zeroThreshold: number;
  readonly positive: Buckets;
  readonly negative: Buckets;
  /** Upper bounds of the buckets of schema -53; empty in all others. */
  readonly customBounds: readonly number[];
  readonly hint: ResetHint;
}

/** The schema of histograms with bounds of their own. */
export const CUSTOM_SCHEMA = -53;

export const NO_BUCKETS: Buckets = { index: [], count: [] };

/** A histogram with what is given and otherwise empty, of schema 0 without a zero bucket. */
export function histogram(fields: Partial<Histogram> = {}): Histogram {
  return {
    schema: 0,
    count: 0,
    sum: 0,
    zeroCount: 0,
    zeroThreshold: 0,
    positive: NO_BUCKETS,
    negative: NO_BUCKETS,
    customBounds: [],
    hint: 'unknown',
    ...fields,
  };
}

export function isCustom({ schema }: Histogram): boolean {
  return schema === CUSTOM_SCHEMA;
}
