import type { Matcher, VectorSelector } from '../../ast.ts';
import { newColumn } from './column.ts';
import { unsupported } from './failure.ts';
import { withDetectedHints } from './hints.ts';
import { type Frame, type Query, spend, work } from './query.ts';
import { firstAfter } from './samples.ts';
import { type Shift, shiftedTime, shiftOf } from './shift.ts';
import { smoothedColumns } from './smoothed.ts';
import type { Column, NewColumn } from './value.ts';
import { HISTOGRAM, STALE, type StoredSeries } from '../storage.ts';

/** Every matcher of a selector, that of its name first. */
export function allMatchers({ name, matchers, span }: VectorSelector): readonly Matcher[] {
  for (const { variable, label } of matchers) {
    if (variable === true) unsupported(`${label} is a Grafana variable, which needs a value`, span);
  }
  return name === undefined || name === ''
    ? matchers
    : [{ label: '__name__', op: '=', value: name, span }, ...matchers];
}

/** A selector's columns: at each step the newest sample that is not older than the lookback. */
export function selectInstant(frame: Frame, selector: VectorSelector, hints: boolean): readonly Column[] {
  const { query } = frame;
  const shift = shiftOf(query, selector);
  const stored = query.storage.select(allMatchers(selector));
  work(query, stored.length * 16);
  if (selector.extended === 'smoothed') return smoothedColumns(frame, selector, shift, stored);
  const series = hints ? stored.map((one) => withDetectedHints(one, earliest(frame, shift) - query.lookback)) : stored;
  return series.flatMap((one) => instantColumn(frame, one, shift) ?? []);
}

function earliest(frame: Frame, shift: Shift): number {
  return shiftedTime(frame, shift, 0);
}

function instantColumn(frame: Frame, series: StoredSeries, shift: Shift): Column | undefined {
  const { query, count } = frame;
  const { times, kinds, values, histograms, length } = series;
  let column: NewColumn | undefined;
  let next = firstAfter(times, length, earliest(frame, shift));
  spend(query, 1);
  for (let step = 0; step < count; step++) {
    const time = shiftedTime(frame, shift, step);
    while (next < length && (times[next] ?? 0) <= time) next++;
    const index = next - 1;
    const kind = kinds[index] ?? STALE;
    if (index < 0 || kind === STALE || isTooOld(query, time - (times[index] ?? 0))) continue;
    column ??= newColumn(frame, series.labels);
    column.kinds[step] = kind;
    column.values[step] = values[index] ?? NaN;
    if (kind !== HISTOGRAM) continue;
    const histogram = histograms[index];
    if (histogram !== undefined) column.histograms[step] = histogram;
  }
  return column;
}

/** Whether a sample is older than the lookback lets it be. */
function isTooOld({ leftOpen, lookback }: Query, age: number): boolean {
  return leftOpen ? age >= lookback : age > lookback;
}

/** Calls back with the index of the sample that counts at each step. */
export function eachSample(
  frame: Frame,
  series: StoredSeries,
  shift: Shift,
  found: (step: number, index: number) => void,
): void {
  const { query, count } = frame;
  const { times, kinds, length } = series;
  spend(query, 1);
  let next = firstAfter(times, length, earliest(frame, shift));
  for (let step = 0; step < count; step++) {
    const time = shiftedTime(frame, shift, step);
    while (next < length && (times[next] ?? 0) <= time) next++;
    const index = next - 1;
    if (index < 0 || kinds[index] === STALE) continue;
    if (!isTooOld(query, time - (times[index] ?? 0))) found(step, index);
  }
}

/** Columns of the selector whose values are the times of its samples, in seconds. */
export function selectTimes(frame: Frame, selector: VectorSelector): readonly Column[] {
  const { query } = frame;
  const shift = shiftOf(query, selector);
  return query.storage.select(allMatchers(selector)).flatMap((series) => {
    let column: ReturnType<typeof newColumn> | undefined;
    eachSample(frame, series, shift, (step, index) => {
      column ??= newColumn(frame, series.labels);
      column.kinds[step] = 1;
      column.values[step] = (series.times[index] ?? 0) / 1000;
    });
    return column ?? [];
  });
}
