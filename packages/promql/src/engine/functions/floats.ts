import { forMetric, info } from '../evaluate/query.ts';
import type { Window } from '../evaluate/window.ts';
import type { RangeContext } from './range-context.ts';
import type { Histogram } from '../histogram/histogram.ts';
import { labelValue } from '../labels.ts';
import { FLOAT } from '../storage.ts';

/** The floats of a window: samples `low` to `high` (exclusive) of both arrays. */
export interface Floats {
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly low: number;
  readonly high: number;
}

/** The histograms of a window. */
export interface Histograms {
  readonly times: readonly number[];
  readonly values: readonly Histogram[];
}

/** The floats of a window, where it holds histograms as well without these. */
function floatsOf({ samples, low, high }: Window): Floats {
  const { times, values, kinds, allFloats } = samples;
  if (allFloats) return { times, values, low, high };
  const keptTimes = new Float64Array(high - low);
  const kept = new Float64Array(high - low);
  let length = 0;
  for (let i = low; i < high; i++) {
    if (kinds[i] !== FLOAT) continue;
    keptTimes[length] = times[i] ?? 0;
    kept[length++] = values[i] ?? NaN;
  }
  return { times: keptTimes, values: kept, low: 0, high: length };
}

/** The floats of a window, for functions that leave out histograms; that both are there is noted. */
export function floatsAlone(window: Window, { query, argument }: RangeContext): Floats {
  const floats = floatsOf(window);
  const count = floats.high - floats.low;
  if (count > 0 && count < window.high - window.low) {
    const name = forMetric(labelValue(window.samples.labels, '__name__'));
    info(query, `ignored histograms in a range containing both floats and histograms${name}`, argument.span);
  }
  return floats;
}

export function histogramsOf({ samples, low, high }: Window): Histograms {
  const times: number[] = [];
  const values: Histogram[] = [];
  for (let i = low; i < high; i++) {
    const histogram = samples.histograms[i];
    if (histogram === undefined) continue;
    times.push(samples.times[i] ?? 0);
    values.push(histogram);
  }
  return { times, values };
}

export function metricName({ samples }: Window): string {
  return labelValue(samples.labels, '__name__');
}
