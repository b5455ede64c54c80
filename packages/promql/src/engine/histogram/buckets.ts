import { exponentialBound } from './bounds.ts';
import { NO_BUCKETS, type Buckets } from './histogram.ts';

/** Bucket by bucket, those of either side; a bucket that one side has not counts 0 there. */
export function combine(a: Buckets, b: Buckets, operate: (left: number, right: number) => number): Buckets {
  const index: number[] = [];
  const count: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.index.length || j < b.index.length) {
    const left = a.index[i] ?? Infinity;
    const right = b.index[j] ?? Infinity;
    index.push(Math.min(left, right));
    count.push(operate(left <= right ? (a.count[i] ?? 0) : 0, right <= left ? (b.count[j] ?? 0) : 0));
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return index.length === 0 ? NO_BUCKETS : { index, count };
}

export function mapCounts({ index, count }: Buckets, change: (count: number) => number): Buckets {
  return index.length === 0 ? NO_BUCKETS : { index, count: count.map(change) };
}

/** Only the buckets that are accepted. */
export function filterBuckets({ index, count }: Buckets, keep: (index: number, count: number) => boolean): Buckets {
  const kept: { index: number[]; count: number[] } = { index: [], count: [] };
  for (const [i, at] of index.entries()) {
    const amount = count[i] ?? 0;
    if (!keep(at, amount)) continue;
    kept.index.push(at);
    kept.count.push(amount);
  }
  return kept;
}

/** Buckets put together under new indices, which keep the order. */
function regroup({ index, count }: Buckets, target: (index: number) => number): Buckets {
  const result: { index: number[]; count: number[] } = { index: [], count: [] };
  for (const [i, at] of index.entries()) {
    const to = target(at);
    const last = result.index.length - 1;
    if (result.index[last] === to) result.count[last] = (result.count[last] ?? 0) + (count[i] ?? 0);
    else {
      result.index.push(to);
      result.count.push(count[i] ?? 0);
    }
  }
  return result;
}

/** Buckets of a schema as those of a coarser one. */
export function coarser(buckets: Buckets, from: number, to: number): Buckets {
  if (from === to) return buckets;
  const width = 2 ** (from - to);
  return regroup(buckets, (index) => Math.ceil(index / width));
}

/** Without what the zero bucket of this width takes in. */
export function outsideZero(buckets: Buckets, schema: number, threshold: number): Buckets {
  if (threshold === 0) return buckets;
  return filterBuckets(buckets, (index) => exponentialBound(schema, index) > threshold);
}

/** The bounds two custom layouts have in common. */
export function commonBounds(a: readonly number[], b: readonly number[]): readonly number[] {
  const other = new Set(b);
  return a.filter((bound) => other.has(bound));
}

export function sameBounds(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((bound, i) => bound === b[i]);
}

/** Buckets of a custom layout as those of one that has only some of its bounds. */
export function rebound(buckets: Buckets, from: readonly number[], to: readonly number[]): Buckets {
  if (sameBounds(from, to)) return buckets;
  return regroup(buckets, (index) => {
    const upper = from[index] ?? Infinity;
    const at = to.findIndex((bound) => bound >= upper);
    return at < 0 ? to.length : at;
  });
}
