import { setFloat, setHistogram } from '../evaluate/column.ts';
import { warnMixedTypes } from '../evaluate/notes.ts';
import type { NewColumn } from '../evaluate/value.ts';
import type { Window } from '../evaluate/window.ts';
import { extendedRate } from './extended-rate.ts';
import { metricName } from './floats.ts';
import { histogramIncrease } from './histogram-rate.ts';
import type { RangeContext, RateKind } from './range-context.ts';
import { multiplyHistogram } from '../histogram/arithmetic.ts';

const RATE: RateKind = { isCounter: true, isRate: true };
const INCREASE: RateKind = { isCounter: true, isRate: false };
const DELTA: RateKind = { isCounter: false, isRate: false };

export function rate(window: Window, column: NewColumn, context: RangeContext): void {
  compute(window, column, context, RATE);
}

export function increase(window: Window, column: NewColumn, context: RangeContext): void {
  compute(window, column, context, INCREASE);
}

export function delta(window: Window, column: NewColumn, context: RangeContext): void {
  compute(window, column, context, DELTA);
}

function compute(window: Window, column: NewColumn, context: RangeContext, kind: RateKind): void {
  const { samples, low, high, step } = window;
  if (!samples.allFloats && isMixed(window)) {
    warnMixedTypes(context.query, metricName(window), context.argument.span);
    return;
  }
  if (context.ranges.extended !== undefined) {
    extendedRate(window, column, context, kind);
    return;
  }
  if (high - low < 2) return;
  const first = samples.histograms[low];
  if (first === undefined) {
    const growth = floatGrowth(samples.values, low, high, kind);
    setFloat(column, step, growth * extrapolation(window, context, kind, samples.values[low] ?? NaN, growth));
    return;
  }
  const growth = histogramIncrease(window, context, kind);
  if (growth === undefined) return;
  setHistogram(
    column,
    step,
    multiplyHistogram(growth, extrapolation(window, context, kind, first.count, growth.count)),
  );
}

function isMixed({ samples, low, high }: Window): boolean {
  const first = samples.kinds[low];
  for (let i = low + 1; i < high; i++) if (samples.kinds[i] !== first) return true;
  return false;
}

function floatGrowth(values: Float64Array, low: number, high: number, { isCounter }: RateKind): number {
  let previous = values[low] ?? NaN;
  let growth = (values[high - 1] ?? NaN) - previous;
  if (!isCounter) return growth;
  for (let i = low + 1; i < high; i++) {
    const value = values[i] ?? NaN;
    if (value < previous) growth += previous;
    previous = value;
  }
  return growth;
}

/**
 * How much more there is in the whole range than between its first and last sample. A border that is less than 1.1 intervals
 * from its sample is reached, otherwise half an interval is added; a counter is not followed to below zero.
 */
function extrapolation(
  window: Window,
  { query, ranges }: RangeContext,
  kind: RateKind,
  first: number,
  growth: number,
): number {
  const { samples, low, high, start, end } = window;
  const firstTime = samples.times[low] ?? 0;
  const lastTime = samples.times[high - 1] ?? 0;
  const sampled = (lastTime - firstTime) / 1000;
  const interval = sampled / (high - low - 1);
  const threshold = interval * 1.1;
  let toStart = (firstTime - start) / 1000;
  let toEnd = (end - lastTime) / 1000;
  const toZero = kind.isCounter && growth > 0 && first >= 0 ? sampled * (first / growth) : Infinity;
  // Prometheus 2 looked for the zero first, so that it could be further away than half an interval.
  if (!query.leftOpen) toStart = Math.min(toStart, toZero);
  if (toStart >= threshold) toStart = interval / 2;
  toStart = Math.min(toStart, toZero);
  if (toEnd >= threshold) toEnd = interval / 2;
  const factor = (sampled + toStart + toEnd) / sampled;
  return kind.isRate ? factor / (ranges.range / 1000) : factor;
}
