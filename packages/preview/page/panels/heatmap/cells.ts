import { type DataFrame, type Field, FieldType } from '@grafana/data';
import { numbersOf } from '../../drawing/field-values.ts';

/** A heatmap as it is drawn: a column for each time, a row for each bucket from the lowest to the highest. */
export interface Cells {
  /** Unix milliseconds, the start of each column. */
  readonly times: readonly number[];
  /** The upper bound of each row as it was written. */
  readonly rows: readonly string[];
  /** By row, then by column. */
  readonly counts: readonly (readonly (number | null)[])[];
  readonly max: number;
}

function made(
  times: readonly number[],
  rows: readonly string[],
  counts: readonly (readonly (number | null)[])[],
): Cells {
  let max = 0;
  for (const row of counts) for (const count of row) max = Math.max(max, count ?? 0);
  return { times, rows, counts, max };
}

function isNumber({ type }: Field): boolean {
  return type === FieldType.number;
}

function timesOf(field: Field | undefined): readonly number[] {
  return field === undefined ? [] : numbersOf(field).map((time) => time ?? NaN);
}

function boundOf(name: string): number {
  return name === '+Inf' || name === 'Inf' ? Infinity : Number(name);
}

/** Buckets that come as they are: fields of one frame, or frames of one field each. */
function ready(frames: readonly DataFrame[], nameOf: (field: Field, frame: DataFrame) => string): Cells {
  const time = frames[0]?.fields.find(({ type }) => type === FieldType.time);
  const fields = frames.flatMap((frame) =>
    frame.fields.filter(isNumber).map((field) => ({ name: nameOf(field, frame), values: numbersOf(field) })),
  );
  const numeric = fields.every(({ name }) => !Number.isNaN(boundOf(name)));
  const sorted = numeric ? fields.toSorted((a, b) => boundOf(a.name) - boundOf(b.name)) : fields;
  return made(
    timesOf(time),
    sorted.map(({ name }) => name),
    sorted.map(({ values }) => values),
  );
}

const ROWS = 12;
const COLUMNS = 60;

function range(list: readonly number[]): readonly [number, number] {
  return [list.reduce((a, b) => Math.min(a, b)), list.reduce((a, b) => Math.max(a, b))];
}

/** Counts of the values of series, in even buckets of time and of value. */
function counted(frames: readonly DataFrame[], write: (bound: number) => string): Cells {
  const points = frames.flatMap((frame) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    return frame.fields
      .filter(isNumber)
      .flatMap((field) =>
        numbersOf(field).flatMap((value, i) => (value === null ? [] : [{ time: Number(time?.values[i]), value }])),
      );
  });
  if (points.length === 0) return made([], [], []);
  const [from, to] = range(points.map(({ time }) => time));
  const [min, max] = range(points.map(({ value }) => value));
  const height = max === min ? 1 : (max - min) / ROWS;
  const width = to === from ? 1 : (to - from) / COLUMNS;
  const counts = Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, () => 0));
  for (const { time, value } of points) {
    const row = counts[Math.min(ROWS - 1, Math.floor((value - min) / height))];
    const column = Math.min(COLUMNS - 1, Math.floor((time - from) / width));
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return made(
    Array.from({ length: COLUMNS }, (_, i) => from + i * width),
    Array.from({ length: ROWS }, (_, i) => write(min + (i + 1) * height)),
    counts,
  );
}

/** The cells of a heatmap. `calculate` counts values; otherwise every field is a bucket already. */
export function cellsOf(
  frames: readonly DataFrame[],
  calculate: boolean,
  {
    nameOf,
    write,
  }: { readonly nameOf: (field: Field, frame: DataFrame) => string; readonly write: (bound: number) => string },
): Cells {
  return calculate ? counted(frames, write) : ready(frames, nameOf);
}
