import type { VectorSelector } from '../../ast.ts';
import { newColumn, setFloat, setHistogram } from './column.ts';
import { warnMixedSchemas, warnMixedTypes } from './notes.ts';
import { type Frame, spend } from './query.ts';
import { cutOut, firstAfter, type Samples } from './samples.ts';
import { type Shift, shiftedTime } from './shift.ts';
import type { Column, NewColumn } from './value.ts';
import { interpolate, interpolateHistograms } from '../functions/interpolate.ts';
import { isCustom } from '../histogram/histogram.ts';
import { labelValue } from '../labels.ts';
import type { StoredSeries } from '../storage.ts';

/** The columns of `metric smoothed`: between two samples the value on the line from one to the other. */
export function smoothedColumns(
  frame: Frame,
  selector: VectorSelector,
  shift: Shift,
  stored: readonly StoredSeries[],
): readonly Column[] {
  const { lookback } = frame.query;
  const from = shiftedTime(frame, shift, 0) - lookback;
  const to = shiftedTime(frame, shift, frame.count - 1) + lookback;
  return stored.flatMap((series) => {
    const samples = cutOut(series, from, to);
    if (samples === undefined) return [];
    spend(frame.query, samples.length);
    const column = newColumn(frame, series.labels);
    for (let step = 0; step < frame.count; step++)
      smooth(frame, selector, samples, shiftedTime(frame, shift, step), step, column);
    return [column];
  });
}

function smooth(
  frame: Frame,
  { span }: VectorSelector,
  samples: Samples,
  time: number,
  step: number,
  column: NewColumn,
): void {
  const { query } = frame;
  const { times, values, histograms, length } = samples;
  const low = firstAfter(times, length, time - query.lookback);
  const high = firstAfter(times, length, time + query.lookback);
  const next = firstAfter(times, length, time);
  if (low >= high) return;
  const name = labelValue(samples.labels, '__name__');
  const first = samples.kinds[low];
  if (samples.kinds.subarray(low, high).some((kind) => kind !== first)) {
    warnMixedTypes(query, name, span);
    return;
  }
  const before = next - 1;
  if (before < low) return;
  const exact = times[before] === time || next >= high;
  const current = histograms[before];
  if (current === undefined) {
    const value = values[before] ?? NaN;
    setFloat(
      column,
      step,
      exact ? value : interpolate(times[before] ?? 0, value, times[next] ?? 0, values[next] ?? NaN, time, false),
    );
    return;
  }
  const following = histograms[next];
  if (exact || following === undefined) {
    setHistogram(column, step, current);
    return;
  }
  if (isCustom(current) !== isCustom(following)) {
    warnMixedSchemas(query, name, span);
    return;
  }
  const isCounter = current.hint !== 'gauge';
  const histogram = interpolateHistograms(
    { query, name, span },
    { time: times[before] ?? 0, value: current },
    { time: times[next] ?? 0, value: following },
    time,
    isCounter,
  );
  if (histogram !== undefined) setHistogram(column, step, histogram);
}
