import { type DataFrame, type Field, FieldType, getFieldDisplayName } from '@grafana/data';
import { numbersOf } from '../../drawing/field-values.ts';

/** What a bar chart draws: categories, and for each series a value in each of them. */
export interface Bars {
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly field: Field;
    readonly values: readonly (number | null)[];
  }[];
}

/** Categories and series of the data: rows of a table, or the last values of time series. */
export function barsOf(frames: DataFrame[], xField: string | undefined, writeTime: (time: number) => string): Bars {
  const [first] = frames;
  if (first === undefined) return { categories: [], series: [] };
  const named = frames
    .flatMap(({ fields }) => fields)
    .find((field) => xField !== undefined && xField !== '' && getFieldDisplayName(field) === xField);
  const text = named ?? first.fields.find(({ type }) => type === FieldType.string);
  const numbers = (frame: DataFrame): Field[] =>
    frame.fields.filter((field) => field.type === FieldType.number && field !== text);
  if (text === undefined && frames.length > 1) {
    const fields = frames.flatMap((frame) =>
      numbers(frame).map((field) => ({ name: getFieldDisplayName(field, frame, frames), field })),
    );
    const [one] = fields;
    if (one === undefined) return { categories: [], series: [] };
    const values = fields.map(({ field }) => numbersOf(field).findLast((value) => value !== null) ?? null);
    return { categories: fields.map(({ name }) => name), series: [{ name: 'Last', field: one.field, values }] };
  }
  const axis = text ?? first.fields.find(({ type }) => type === FieldType.time);
  const categories = (axis?.values ?? []).map((value: unknown) =>
    axis?.type === FieldType.time ? writeTime(Number(value)) : String(value),
  );
  return {
    categories,
    series: numbers(first).map((field) => ({
      name: getFieldDisplayName(field, first, frames),
      field,
      values: numbersOf(field),
    })),
  };
}
