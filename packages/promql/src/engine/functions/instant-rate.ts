import { setFloat, setHistogram } from '../evaluate/column.ts';
import { warnMixedSchemas, warnMixedTypes } from '../evaluate/notes.ts';
import { info, warn } from '../evaluate/query.ts';
import type { NewColumn } from '../evaluate/value.ts';
import type { Window } from '../evaluate/window.ts';
import { metricName } from './floats.ts';
import type { RangeContext } from './range-context.ts';
import { compact, divideHistogram, subtractHistograms } from '../histogram/arithmetic.ts';
import { type Histogram } from '../histogram/histogram.ts';
import { detectReset } from '../histogram/reset.ts';

export function irate(window: Window, column: NewColumn, context: RangeContext): void {
  lastTwo(window, column, context, true);
}

export function idelta(window: Window, column: NewColumn, context: RangeContext): void {
  lastTwo(window, column, context, false);
}

function lastTwo(window: Window, column: NewColumn, context: RangeContext, isRate: boolean): void {
  const { samples, low, high, step } = window;
  if (high - low < 2) return;
  const seconds = ((samples.times[high - 1] ?? 0) - (samples.times[high - 2] ?? 0)) / 1000;
  if (seconds === 0) return;
  const before = samples.histograms[high - 2];
  const after = samples.histograms[high - 1];
  if (before === undefined && after === undefined) {
    const first = samples.values[high - 2] ?? NaN;
    const last = samples.values[high - 1] ?? NaN;
    if (!isRate) setFloat(column, step, last - first);
    else setFloat(column, step, (last < first ? last : last - first) / seconds);
  } else if (before === undefined || after === undefined) {
    warnMixedTypes(context.query, metricName(window), context.argument.span);
  } else {
    const difference = histogramDifference(before, after, window, context, isRate);
    if (difference === undefined) return;
    setHistogram(column, step, compact(isRate ? divideHistogram(difference, seconds) : difference));
  }
}

function histogramDifference(
  before: Histogram,
  after: Histogram,
  window: Window,
  { query, argument }: RangeContext,
  isRate: boolean,
): Histogram | undefined {
  const name = metricName(window);
  const gauges = Number(before.hint === 'gauge') + Number(after.hint === 'gauge');
  if (isRate && gauges > 0) {
    warn(query, `this native histogram metric is not a counter: ${JSON.stringify(name)}`, argument.span);
  }
  if (!isRate && gauges < 2) {
    warn(query, `this native histogram metric is not a gauge: ${JSON.stringify(name)}`, argument.span);
  }
  if (isRate && detectReset(after, before)) return { ...after, hint: 'gauge' };
  const difference = subtractHistograms(after, before);
  if (difference === undefined) {
    warnMixedSchemas(query, name, argument.span);
    return undefined;
  }
  if (difference.reconciled) {
    info(query, 'mismatched custom buckets were reconciled during subtraction', argument.span);
  }
  return { ...difference.histogram, hint: 'gauge' };
}
