import { setFloat, setHistogram } from '../evaluate/column.ts';
import type { NewColumn } from '../evaluate/value.ts';
import type { Window } from '../evaluate/window.ts';

function sample({ samples, step }: Window, index: number, column: NewColumn): void {
  const histogram = samples.histograms[index];
  if (histogram === undefined) setFloat(column, step, samples.values[index] ?? NaN);
  else setHistogram(column, step, histogram);
}

export function firstOverTime(window: Window, column: NewColumn): void {
  sample(window, window.low, column);
}

export function lastOverTime(window: Window, column: NewColumn): void {
  sample(window, window.high - 1, column);
}

export function timeOfFirst({ samples, low, step }: Window, column: NewColumn): void {
  setFloat(column, step, (samples.times[low] ?? 0) / 1000);
}

export function timeOfLast({ samples, high, step }: Window, column: NewColumn): void {
  setFloat(column, step, (samples.times[high - 1] ?? 0) / 1000);
}

export function countOverTime({ low, high, step }: Window, column: NewColumn): void {
  setFloat(column, step, high - low);
}

export function presentOverTime({ step }: Window, column: NewColumn): void {
  setFloat(column, step, 1);
}
