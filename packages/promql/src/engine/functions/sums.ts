import { setFloat, setHistogram } from '../evaluate/column.ts';
import { noteAdded, warnMixedTypes } from '../evaluate/notes.ts';
import type { NewColumn } from '../evaluate/value.ts';
import type { Window } from '../evaluate/window.ts';
import { kahanSum, meanOf } from './float-sums.ts';
import { histogramsOf, metricName } from './floats.ts';
import type { RangeContext } from './range-context.ts';
import { compact } from '../histogram/arithmetic.ts';
import { createAverage, createSum, type HistogramFold } from '../histogram/fold.ts';

export function sumOverTime(window: Window, column: NewColumn, context: RangeContext): void {
  if (window.samples.allFloats) setFloat(column, window.step, kahanSum(window.samples.values, window.low, window.high));
  else mixed(window, column, context, kahanSum, createSum);
}

export function avgOverTime(window: Window, column: NewColumn, context: RangeContext): void {
  if (window.samples.allFloats) setFloat(column, window.step, meanOf(window.samples.values, window.low, window.high));
  else mixed(window, column, context, meanOf, createAverage);
}

function mixed(
  window: Window,
  column: NewColumn,
  { query, argument }: RangeContext,
  ofFloats: (values: Float64Array, low: number, high: number) => number,
  start: () => HistogramFold,
): void {
  const { samples, low, high, step } = window;
  const histograms = histogramsOf(window).values;
  const name = metricName(window);
  if (histograms.length === 0) setFloat(column, step, ofFloats(samples.values, low, high));
  else if (histograms.length < high - low) warnMixedTypes(query, name, argument.span);
  else {
    const fold = start();
    for (const histogram of histograms) {
      if (!noteAdded(query, fold.add(histogram), 'aggregation', name, argument.span)) return;
    }
    setHistogram(column, step, compact(fold.result()));
  }
}
