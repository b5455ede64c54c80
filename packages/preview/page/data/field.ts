import type { Field, FieldConfig, FieldType } from '@grafana/data';

/** A column of a frame. */
export function field<T>(name: string, type: FieldType, values: T[], config: FieldConfig = {}): Field<T> {
  return { name, type, config, values };
}
