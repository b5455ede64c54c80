import type { Histogram } from '../histogram/histogram.ts';
import { detectReset } from '../histogram/reset.ts';
import { HISTOGRAM, STALE, type StoredSeries } from '../storage.ts';

/**
 * The series with resets found where it is not known whether the counter was reset, from the second sample after `from` on.
 * Prometheus does so on the way when only count and sum of histograms are asked for.
 */
export function withDetectedHints(series: StoredSeries, from: number): StoredSeries {
  if (series.histograms.length === 0) return series;
  const histograms: (Histogram | undefined)[] = [];
  let previous: Histogram | undefined;
  for (let i = 0; i < series.length; i++) {
    const kind = series.kinds[i];
    if (kind === STALE) previous = undefined;
    const current = series.histograms[i];
    if (kind !== HISTOGRAM || current === undefined) continue;
    const unknown = current.hint === 'unknown' && previous !== undefined;
    const detected =
      unknown && previous !== undefined ? (detectReset(current, previous) ? 'reset' : 'notReset') : current.hint;
    histograms[i] = { ...current, hint: detected };
    previous = (series.times[i] ?? 0) > from ? current : undefined;
  }
  return { ...series, histograms };
}
