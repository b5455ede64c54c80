/** A classic histogram at one step: cumulative counts by upper bound, sorted by it once {@link tidy} has been called. */
export interface ClassicBuckets {
  readonly bounds: number[];
  readonly counts: number[];
}

/** What had to be done to make counts rise with their bounds. */
export interface Repair {
  readonly lowest: number;
  readonly highest: number;
  readonly largest: number;
}

/** A relative difference below which a falling count is taken for a rounding error. */
const TOLERANCE = 1e-12;

/** Sorts buckets by bound, puts those of one bound together and lifts counts that fall. The repair is told when it was more than rounding. */
export function tidy({ bounds, counts }: ClassicBuckets): {
  readonly buckets: ClassicBuckets;
  readonly repair: Repair | undefined;
} {
  const order = bounds.map((_, i) => i).toSorted((a, b) => compare(bounds[a] ?? 0, bounds[b] ?? 0));
  const sorted: ClassicBuckets = { bounds: [], counts: [] };
  for (const i of order) {
    const bound = bounds[i] ?? 0;
    const count = counts[i] ?? 0;
    const last = sorted.bounds.length - 1;
    if (sorted.bounds[last] === bound) sorted.counts[last] = (sorted.counts[last] ?? 0) + count;
    else {
      sorted.bounds.push(bound);
      sorted.counts.push(count);
    }
  }
  return { buckets: sorted, repair: lift(sorted) };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function lift({ bounds, counts }: ClassicBuckets): Repair | undefined {
  let repair: { lowest: number; highest: number; largest: number } | undefined;
  for (let i = 1; i < counts.length; i++) {
    const before = counts[i - 1] ?? 0;
    const count = counts[i] ?? 0;
    const difference = before - count;
    if (count === before) continue;
    if (almostEqual(before, count)) {
      counts[i] = before;
      continue;
    }
    if (!(difference > 0)) continue;
    counts[i] = before;
    const bound = bounds[i] ?? 0;
    repair ??= { lowest: bound, highest: bound, largest: 0 };
    repair.lowest = Math.min(repair.lowest, bound);
    repair.highest = Math.max(repair.highest, bound);
    repair.largest = Math.max(repair.largest, difference);
  }
  return repair;
}

function almostEqual(a: number, b: number): boolean {
  const difference = Math.abs(a - b);
  if (a === 0 || b === 0) return difference < TOLERANCE * Number.MIN_VALUE;
  return difference / Math.min(Math.abs(a) + Math.abs(b), Number.MAX_VALUE) < TOLERANCE;
}

/** The φ-quantile of tidy buckets by linear interpolation; NaN without observations or without a bucket to +Inf. */
export function classicQuantile(q: number, { bounds, counts }: ClassicBuckets): number {
  if (Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  const last = bounds.length - 1;
  if (bounds[last] !== Infinity || bounds.length < 2) return NaN;
  const total = counts[last] ?? 0;
  if (total === 0) return NaN;
  const rank = q * total;
  let at = counts.findIndex((count) => count >= rank);
  if (at < 0 || at >= last) at = last;
  if (at === last) return bounds[last - 1] ?? NaN;
  const upper = bounds[at] ?? NaN;
  if (at === 0 && upper <= 0) return upper;
  const lower = at === 0 ? 0 : (bounds[at - 1] ?? 0);
  const below = at === 0 ? 0 : (counts[at - 1] ?? 0);
  return lower + ((upper - lower) * (rank - below)) / ((counts[at] ?? 0) - below);
}

/** Share of observations between two values, by linear interpolation in tidy buckets. */
export function classicFraction(from: number, to: number, buckets: ClassicBuckets): number {
  const { bounds, counts } = buckets;
  const last = bounds.length - 1;
  const total = counts[last] ?? 0;
  if (last < 0 || bounds[last] !== Infinity || total === 0 || Number.isNaN(total)) return NaN;
  if (Number.isNaN(from) || Number.isNaN(to)) return NaN;
  if (from >= to) return 0;
  return (rankOf(to, buckets, total) - rankOf(from, buckets, total)) / total;
}

function rankOf(value: number, { bounds, counts }: ClassicBuckets, total: number): number {
  let below = 0;
  for (const [i, upper] of bounds.entries()) {
    const count = counts[i] ?? 0;
    const border = i === 0 ? -Infinity : (bounds[i - 1] ?? 0);
    if (border >= value) return below;
    if (upper > value) {
      const lower = i === 0 && upper > 0 ? 0 : border;
      if (lower === -Infinity) return count;
      if (lower >= value) return below;
      return below + ((count - below) * (value - lower)) / (upper - lower);
    }
    below = count;
  }
  return total;
}
