import { combineNoted, type Subject } from './histogram-rate.ts';
import { multiplyHistogram } from '../histogram/arithmetic.ts';
import type { Histogram } from '../histogram/histogram.ts';
import { detectReset } from '../histogram/reset.ts';

/** The value at a time on the line between two samples; a counter that was reset in between starts at zero. */
export function interpolate(
  firstTime: number,
  first: number,
  secondTime: number,
  second: number,
  time: number,
  isCounter: boolean,
): number {
  const from = isCounter && second < first ? 0 : first;
  return from + ((second - from) * (time - firstTime)) / (secondTime - firstTime);
}

/** A histogram at its time. */
export interface HistogramPoint {
  readonly time: number;
  readonly value: Histogram;
}

/** The histogram at a time between two samples, as {@link interpolate} for each of its counts. */
export function interpolateHistograms(
  subject: Subject,
  first: HistogramPoint,
  second: HistogramPoint,
  time: number,
  isCounter: boolean,
): Histogram | undefined {
  if (time === first.time) return first.value;
  if (time === second.time) return second.value;
  const fraction = (time - first.time) / (second.time - first.time);
  if (isCounter && detectReset(second.value, first.value)) return multiplyHistogram(second.value, fraction);
  const difference = combineNoted(subject, second.value, first.value, 'subtraction');
  if (difference === undefined) return undefined;
  const sum = combineNoted(subject, multiplyHistogram(difference, fraction), first.value, 'addition');
  return sum === undefined ? undefined : { ...sum, hint: second.value.hint };
}
