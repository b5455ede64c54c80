import { type DataFrame, type Field, FieldType, getFieldDisplayName } from '@grafana/data';
import { numbersOf } from '../../drawing/field-values.ts';

/** Pairs of numbers that belong together. */
export interface PointSeries {
  readonly name: string;
  readonly x: Field;
  readonly y: Field;
  readonly points: readonly (readonly [number, number])[];
}

interface Named {
  readonly matcher?: { readonly options?: unknown };
}

/** How a definition picks its fields, in whichever of its forms. */
export interface SeriesMapping {
  readonly x?: string | Named;
  readonly y?: string | Named;
  readonly name?: { readonly fixed?: string };
}

function wanted(picked: string | Named | undefined): string | undefined {
  if (typeof picked === 'string') return picked;
  const options = picked?.matcher?.options;
  return typeof options === 'string' ? options : undefined;
}

function pair(x: Field, y: Field): PointSeries['points'] {
  const others = numbersOf(y);
  return numbersOf(x).flatMap((one, i) => {
    const other = others[i];
    return one === null || other === null || other === undefined ? [] : [[one, other] as const];
  });
}

/** The points of the data: fields that are named, or the first number against each of the others. */
export function pointsOf(frames: DataFrame[], mappings: readonly SeriesMapping[]): readonly PointSeries[] {
  const fields = frames.flatMap((frame) =>
    frame.fields
      .filter(({ type }) => type === FieldType.number)
      .map((field) => ({ field, name: getFieldDisplayName(field, frame, frames) })),
  );
  const find = (name: string | undefined) => fields.find((one) => one.name === name || one.field.name === name);
  const asked = mappings.flatMap(({ x, y, name }) => {
    const [first, second] = [find(wanted(x)), find(wanted(y))];
    return first === undefined || second === undefined
      ? []
      : [{ x: first, y: second, name: name?.fixed ?? second.name }];
  });
  const [first, ...others] = fields;
  const auto = first === undefined ? [] : others.map((other) => ({ x: first, y: other, name: other.name }));
  return (asked.length > 0 ? asked : auto).map(({ x, y, name }) => ({
    name,
    x: x.field,
    y: y.field,
    points: pair(x.field, y.field),
  }));
}
