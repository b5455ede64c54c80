import { setFloat } from '../evaluate/column.ts';
import type { NewColumn } from '../evaluate/value.ts';
import type { Window } from '../evaluate/window.ts';
import type { RangeContext } from './range-context.ts';
import { sameHistogram } from '../histogram/arithmetic.ts';
import type { Histogram } from '../histogram/histogram.ts';
import { detectReset } from '../histogram/reset.ts';

/** What became of a float or a histogram from one sample to the next. */
interface Transition {
  readonly floats: (before: number, after: number) => boolean;
  readonly histograms: (before: Histogram, after: Histogram) => boolean;
}

const CHANGE: Transition = {
  floats: (before, after) => before !== after && !(Number.isNaN(before) && Number.isNaN(after)),
  histograms: (before, after) => !sameHistogram(before, after),
};
const RESET: Transition = {
  floats: (before, after) => after < before,
  histograms: (before, after) => detectReset(after, before),
};

export function changes(window: Window, column: NewColumn, context: RangeContext): void {
  count(window, column, context, CHANGE);
}

export function resets(window: Window, column: NewColumn, context: RangeContext): void {
  count(window, column, context, RESET);
}

/** Transitions between neighbours; from float to histogram and back always is one. */
function count(window: Window, column: NewColumn, { ranges }: RangeContext, transition: Transition): void {
  const { samples, high, start, step } = window;
  let { low } = window;
  if (ranges.extended !== undefined) {
    // The last sample up to the start of the range is the anchor.
    if ((samples.times[high - 1] ?? 0) <= start) return;
    while (low + 1 < high && (samples.times[low + 1] ?? 0) <= start) low++;
  }
  let transitions = 0;
  for (let i = low + 1; i < high; i++) {
    const before = samples.histograms[i - 1];
    const after = samples.histograms[i];
    const changed =
      before === undefined && after === undefined
        ? transition.floats(samples.values[i - 1] ?? NaN, samples.values[i] ?? NaN)
        : before === undefined || after === undefined || transition.histograms(before, after);
    if (changed) transitions++;
  }
  setFloat(column, step, transitions);
}
