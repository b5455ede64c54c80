import { CUSTOM_SCHEMA, histogram, type Histogram } from '../histogram/histogram.ts';
import { labelSet, type Labels } from '../labels.ts';
import { parseValue } from '../notation/histogram-literal.ts';
import type { Point, SeriesLiteral } from '../notation/series-literal.ts';

interface Parts {
  readonly labels: Labels;
  readonly buckets: { readonly bound: number; readonly points: readonly Point[] }[];
  count?: readonly Point[];
  sum?: readonly Point[];
}

/** Classic histograms among the series as native ones with custom buckets, named without `_bucket`. */
export function classicAsNative(series: readonly SeriesLiteral[]): readonly SeriesLiteral[] {
  const all = new Map<string, Parts>();
  for (const { labels, points } of series) {
    const { __name__: name = '', le, ...rest } = labels;
    const suffix = /_(?:bucket|count|sum)$/.exec(name)?.[0];
    if (suffix === undefined || (suffix === '_bucket') !== (le !== undefined)) continue;
    const native = { __name__: name.slice(0, -suffix.length), ...rest };
    const { key } = labelSet(native);
    const parts: Parts = all.get(key) ?? { labels: native, buckets: [] };
    all.set(key, parts);
    if (suffix === '_bucket') parts.buckets.push({ bound: parseValue(le ?? ''), points });
    else if (suffix === '_count') parts.count = points;
    else parts.sum = points;
  }
  return [...all.values()]
    .filter(({ buckets }) => buckets.length > 0)
    .map((parts) => ({ labels: parts.labels, points: nativePoints(parts) }));
}

function nativePoints({ buckets, count, sum }: Parts): readonly Point[] {
  const sorted = buckets.toSorted((a, b) => (a.bound === b.bound ? 0 : a.bound < b.bound ? -1 : 1));
  const length = Math.max(...sorted.map(({ points }) => points.length));
  return Array.from({ length }, (_, i): Point => {
    const there = sorted.flatMap(({ bound, points }) => {
      const value = floatAt(points, i);
      return value === undefined ? [] : [{ bound, value }];
    });
    if (there.length === 0) return { kind: 'gap' };
    const total = floatAt(count, i) ?? there.at(-1)?.value ?? 0;
    return { kind: 'histogram', hinted: false, histogram: customHistogram(there, total, floatAt(sum, i) ?? 0) };
  });
}

function floatAt(points: readonly Point[] | undefined, i: number): number | undefined {
  const point = points?.[i];
  return point?.kind === 'float' ? point.value : undefined;
}

function customHistogram(
  cumulative: readonly { readonly bound: number; readonly value: number }[],
  total: number,
  sum: number,
): Histogram {
  const finite = cumulative.filter(({ bound }) => bound !== Infinity);
  const counts = finite.map(({ value }, i) => value - (finite[i - 1]?.value ?? 0));
  const rest = total - (finite.at(-1)?.value ?? 0);
  return histogram({
    schema: CUSTOM_SCHEMA,
    count: total,
    sum,
    customBounds: finite.map(({ bound }) => bound),
    positive: { index: [...counts.keys(), counts.length], count: [...counts, rest] },
  });
}
