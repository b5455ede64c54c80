import { setFloat, setHistogram } from '../evaluate/column.ts';
import { warnMixedSchemas } from '../evaluate/notes.ts';
import type { NewColumn } from '../evaluate/value.ts';
import type { Window } from '../evaluate/window.ts';
import { metricName } from './floats.ts';
import { combineNoted, type Subject, warnNotCounter, warnNotGauge } from './histogram-rate.ts';
import { interpolate, interpolateHistograms } from './interpolate.ts';
import type { RangeContext, RateKind } from './range-context.ts';
import { compact, divideHistogram } from '../histogram/arithmetic.ts';
import { type Histogram, isCustom } from '../histogram/histogram.ts';
import { detectReset } from '../histogram/reset.ts';

/** Samples that stand for the ends of a range: the last one up to its start, and the last within or the first after its end. */
interface Ends {
  readonly first: number;
  readonly last: number;
}

/** `rate`, `increase`, `delta` between the ends of the range themselves: of samples (`anchored`) or interpolated (`smoothed`). */
export function extendedRate(window: Window, column: NewColumn, context: RangeContext, kind: RateKind): void {
  const ends = endsOf(window, context.ranges.extended === 'smoothed');
  if (ends === undefined) return;
  if (window.samples.histograms[ends.first] !== undefined) histogramRate(window, ends, column, context, kind);
  else floatRate(window, ends, column, context, kind);
}

function endsOf({ samples, low, high, start, end }: Window, smoothed: boolean): Ends | undefined {
  const { times } = samples;
  let first = low;
  while (first + 1 < high && (times[first + 1] ?? 0) <= start) first++;
  let last = high - 1;
  if (smoothed) {
    last = low;
    while (last < high - 1 && (times[last] ?? 0) < end) last++;
  }
  if (first > last) first = last;
  if ((times[last] ?? 0) <= start) return undefined;
  return smoothed && (times[first] ?? 0) > end ? undefined : { first, last };
}

function floatRate(
  window: Window,
  { first, last }: Ends,
  column: NewColumn,
  context: RangeContext,
  kind: RateKind,
): void {
  const { samples, start, end, step } = window;
  const { times, values } = samples;
  const smoothed = context.ranges.extended === 'smoothed';
  const between = (i: number, time: number) =>
    interpolate(times[i] ?? 0, values[i] ?? NaN, times[i + 1] ?? 0, values[i + 1] ?? NaN, time, kind.isCounter);
  const left = smoothed && (times[first] ?? 0) < start ? between(first, start) : (values[first] ?? NaN);
  const right = smoothed && last > 0 && (times[last] ?? 0) > end ? between(last - 1, end) : (values[last] ?? NaN);
  let growth = right - left;
  if (kind.isCounter) {
    let previous = left;
    for (let i = first; i <= last; i++) {
      const time = times[i] ?? 0;
      if (time <= start && i === first) continue;
      if (time >= end && i === last) continue;
      const value = values[i] ?? NaN;
      if (value < previous) growth += previous;
      previous = value;
    }
    if (right < previous) growth += previous;
  }
  setFloat(column, step, kind.isRate ? growth / (context.ranges.range / 1000) : growth);
}

function histogramRate(window: Window, ends: Ends, column: NewColumn, context: RangeContext, kind: RateKind): void {
  const { samples, start, end, step } = window;
  const { times } = samples;
  const { first, last } = ends;
  const smoothed = context.ranges.extended === 'smoothed';
  const subject: Subject = { query: context.query, name: metricName(window), span: context.argument.span };
  const inside = samples.histograms.slice(first, last + 1).filter((one) => one !== undefined);
  const at = (i: number) => inside[i - first];
  const firstOne = at(first);
  const lastOne = at(last);
  if (firstOne === undefined || lastOne === undefined) return;
  if (inside.some((one) => isCustom(one) !== isCustom(firstOne))) {
    warnMixedSchemas(subject.query, subject.name, subject.span);
    return;
  }
  if (kind.isCounter && inside.some(({ hint }) => hint === 'gauge')) warnNotCounter(subject);
  const next = at(first + 1);
  const left =
    smoothed && (times[first] ?? 0) < start && next !== undefined
      ? interpolateHistograms(
          subject,
          { time: times[first] ?? 0, value: firstOne },
          { time: times[first + 1] ?? 0, value: next },
          start,
          kind.isCounter,
        )
      : firstOne;
  const before = samples.histograms[last - 1];
  const right =
    smoothed && (times[last] ?? 0) > end && before !== undefined
      ? interpolateHistograms(
          subject,
          { time: times[last - 1] ?? 0, value: before },
          { time: times[last] ?? 0, value: lastOne },
          end,
          kind.isCounter,
        )
      : lastOne;
  if (left === undefined || right === undefined) return;
  if (!kind.isCounter && (left.hint !== 'gauge' || right.hint !== 'gauge')) warnNotGauge(subject);
  let growth = combineNoted(subject, right, left, 'subtraction');
  if (kind.isCounter && growth !== undefined) {
    const crossed = smoothed && (times[first] ?? 0) < start && next !== undefined && detectReset(next, firstOne);
    growth = withResets(subject, growth, { left, right, inner: inside.slice(1, -1), crossed, ends, next });
  }
  if (growth === undefined) return;
  const result = kind.isRate ? divideHistogram(growth, context.ranges.range / 1000) : growth;
  setHistogram(column, step, compact({ ...result, hint: 'gauge' }));
}

interface Course {
  readonly left: Histogram;
  readonly right: Histogram;
  /** Samples strictly between the two that stand for the ends. */
  readonly inner: readonly Histogram[];
  /** The left end was interpolated across a reset, which is thereby accounted for. */
  readonly crossed: boolean;
  readonly ends: Ends;
  readonly next: Histogram | undefined;
}

/** Adds what counters lost to resets on the way from the left to the right end. */
function withResets(subject: Subject, growth: Histogram, course: Course): Histogram | undefined {
  const { left, right, inner, crossed, ends, next } = course;
  if (ends.first === ends.last || (crossed && ends.last === ends.first + 1)) return growth;
  let result: Histogram | undefined = growth;
  let previous = crossed && next !== undefined ? next : left;
  for (const current of [...(crossed ? inner.slice(1) : inner), right]) {
    if (result !== undefined && detectReset(current, previous)) {
      result = combineNoted(subject, result, previous, 'addition');
    }
    previous = current;
  }
  return result;
}
