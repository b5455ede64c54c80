import type { DataFrame, Field } from '@grafana/data';

/** The numbers of a field; what is none is a gap. */
export function numbersOf({ values }: Pick<Field, 'values'>): readonly (number | null)[] {
  const all: readonly unknown[] = values;
  return all.map((value) => (typeof value === 'number' ? value : null));
}

/** Any value as text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

/** The field of a frame that is called one of these names, in lower case, by itself or after a transformation renamed it. */
export function fieldNamed(frame: DataFrame, ...names: readonly string[]): Field | undefined {
  return frame.fields.find(
    (field) =>
      names.includes(field.name.toLowerCase()) || names.includes(field.config.displayName?.toLowerCase() ?? ''),
  );
}
