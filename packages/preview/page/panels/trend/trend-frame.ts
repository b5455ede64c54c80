import { type DataFrame, FieldType, getFieldDisplayName } from '@grafana/data';

/** The first frame with its x first: a field of numbers that rise. */
export function trendFrame(frames: readonly DataFrame[], xField: string | undefined): DataFrame | undefined {
  for (const frame of frames) {
    const numbers = frame.fields.filter(({ type }) => type === FieldType.number);
    const x =
      xField === undefined || xField === ''
        ? numbers[0]
        : numbers.find((field) => getFieldDisplayName(field, frame) === xField);
    const others = numbers.filter((field) => field !== x);
    if (x !== undefined && others.length > 0) return { ...frame, fields: [x, ...others] };
  }
  return undefined;
}
