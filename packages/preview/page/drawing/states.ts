import { type DataFrame, type Field, FieldType, formattedValueToString, getFieldDisplayName } from '@grafana/data';
import { numbersOf, textOf } from './field-values.ts';

/** A state that lasted from one time to another. */
export interface State {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly color: string;
}

/** A row of a timeline: one series. */
export interface StateRow {
  readonly name: string;
  readonly states: readonly State[];
}

interface Reading {
  readonly frames: DataFrame[];
  readonly end: number;
  /** Equal states that follow each other are one. */
  readonly merge: boolean;
  readonly fallback: string;
}

function statesOf(field: Field, times: readonly number[], { end, merge, fallback }: Reading): readonly State[] {
  const found: { from: number; to: number; text: string; color: string; value: unknown }[] = [];
  const step = times.length > 1 ? (times[1] ?? 0) - (times[0] ?? 0) : 0;
  for (const [i, from] of times.entries()) {
    const value: unknown = field.values[i];
    const to = times[i + 1] ?? Math.min(end, from + (step === 0 ? end - from : step));
    if (value === null || value === undefined) continue;
    const before = found.at(-1);
    const display = field.display?.(value);
    const text = display === undefined ? textOf(value) : formattedValueToString(display);
    const color = display?.color ?? fallback;
    if (merge && before !== undefined && before.to === from && before.text === text && before.color === color)
      before.to = to;
    else found.push({ from, to, text, color, value });
  }
  return found;
}

/** What each series was, and how long. */
export function stateRows(reading: Reading): readonly StateRow[] {
  return reading.frames.flatMap((frame) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    if (time === undefined) return [];
    return frame.fields
      .filter((field) => field !== time && field.type !== FieldType.time)
      .map((field) => ({
        name: getFieldDisplayName(field, frame, reading.frames),
        states: statesOf(
          field,
          numbersOf(time).map((at) => at ?? NaN),
          reading,
        ),
      }));
  });
}

/** Each state once, in the order they appear, for a legend. */
export function distinctStates(
  rows: readonly StateRow[],
): readonly { readonly label: string; readonly color: string }[] {
  const byText = new Map(rows.flatMap(({ states }) => states.map(({ text, color }) => [text, color] as const)));
  return [...byText].map(([label, color]) => ({ label, color }));
}
