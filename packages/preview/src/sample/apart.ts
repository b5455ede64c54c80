import type { StoredSeries } from '@binnacle/promql/engine';
import { type Grid, gridFor } from './grid.ts';
import type { Span } from './need.ts';

const HOUR = 3_600_000;
/** What lies nearer to each other is made in one. */
const NEAR = 12 * HOUR;

function union(a: Span, b: Span): Span {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

/** Stretches of time that lie apart, in their order. */
function apart(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last !== undefined && span.from - last.to <= NEAR) found[found.length - 1] = union(last, span);
    else found.push(span);
  }
  return found;
}

/** A stretch of time that is read, and when series have samples for it. */
export interface ReadGrid {
  readonly read: Span;
  readonly grid: Grid;
}

/**
 * The grids of a metric that a query reads at several times, as in a comparison with the week before. One for each of
 * them where they lie apart, otherwise one for all of the time: no two overlap.
 */
export function gridsFor(spans: readonly Span[], horizon: number, scrapeInterval: number): readonly ReadGrid[] {
  const on = (read: Span): ReadGrid => ({ read, grid: gridFor(read, horizon, scrapeInterval) });
  const grids = apart(spans).map(on);
  if (grids.every(({ grid }, i) => i === 0 || (grids[i - 1]?.grid.end ?? Infinity) < grid.start)) return grids;
  return [on(spans.reduce(union))];
}

function after(a: StoredSeries, b: StoredSeries): StoredSeries {
  const length = a.length + b.length;
  const times = new Float64Array(length);
  const values = new Float64Array(length);
  const kinds = new Uint8Array(length);
  const histograms: StoredSeries['histograms'][number][] = [];
  for (const [part, at] of [[a, 0] as const, [b, a.length] as const]) {
    times.set(part.times.subarray(0, part.length), at);
    values.set(part.values.subarray(0, part.length), at);
    kinds.set(part.kinds.subarray(0, part.length), at);
    for (const [i, histogram] of part.histograms.entries()) if (histogram !== undefined) histograms[at + i] = histogram;
  }
  return { labels: a.labels, length, times, values, kinds, histograms };
}

/** Series with the samples of all parts, each part later than the one before. */
export function joined(parts: readonly (readonly StoredSeries[])[]): readonly StoredSeries[] {
  const [first = [], ...others] = parts;
  if (others.length === 0) return first;
  const found = new Map(first.map((series) => [series.labels.key, series]));
  for (const series of others.flat()) {
    const before = found.get(series.labels.key);
    found.set(series.labels.key, before === undefined ? series : after(before, series));
  }
  return [...found.values()];
}
