import { sameBounds } from '../histogram/buckets.ts';
import type { Histogram, ResetHint } from '../histogram/histogram.ts';
import { detectReset } from '../histogram/reset.ts';
import { labelSet } from '../labels.ts';
import type { SeriesLiteral } from '../notation/series-literal.ts';
import { writeStale } from '../staleness.ts';
import type { Storage } from '../storage.ts';
import type { LoadCommand } from './script.ts';
import { classicAsNative } from './nhcb.ts';

/** Loads series into a storage, as Prometheus's database would hand them out again. */
export interface Loader {
  load(command: LoadCommand): void;
}

export function createLoader(storage: Storage): Loader {
  const lastHistogram = new Map<string, Histogram | undefined>();
  return {
    load({ series, interval, withNhcb }) {
      const all = withNhcb ? [...series, ...classicAsNative(series)] : series;
      // The last definition of a series counts.
      const byKey = new Map(all.map((one) => [labelSet(one.labels).key, one]));
      for (const [key, one] of byKey) append(storage, one, interval, key, lastHistogram);
    },
  };
}

function append(
  storage: Storage,
  { labels, points }: SeriesLiteral,
  interval: number,
  key: string,
  lastHistogram: Map<string, Histogram | undefined>,
): void {
  const there = points.flatMap((point, i) => (point.kind === 'gap' ? [] : [{ point, time: i * interval }]));
  const values = new Float64Array(there.length);
  const histograms: (Histogram | undefined)[] = [];
  let previous = lastHistogram.get(key);
  for (const [i, { point }] of there.entries()) {
    if (point.kind === 'histogram') {
      histograms[i] = { ...point.histogram, hint: storedHint(point.histogram, previous) };
      previous = point.histogram;
      continue;
    }
    previous = undefined;
    if (point.kind === 'stale') writeStale(values, i);
    else if (point.kind === 'float') values[i] = point.value;
  }
  lastHistogram.set(key, previous);
  storage.append(labels, { times: there.map(({ time }) => time), values, histograms });
}

/**
 * What the database says of a counter's histogram: no reset when it continues the chunk of the one before, otherwise nothing is
 * known. A chunk ends with every reset and every change of the layout.
 */
function storedHint(current: Histogram, previous: Histogram | undefined): ResetHint {
  if (current.hint === 'gauge') return 'gauge';
  if (previous === undefined || previous.hint === 'gauge' || current.hint === 'reset') return 'unknown';
  const sameLayout =
    current.schema === previous.schema &&
    current.zeroThreshold === previous.zeroThreshold &&
    sameBounds(current.customBounds, previous.customBounds);
  return sameLayout && !detectReset({ ...current, hint: 'unknown' }, previous) ? 'notReset' : 'unknown';
}
