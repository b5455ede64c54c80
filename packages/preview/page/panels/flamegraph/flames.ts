import { type DataFrame, FieldType } from '@grafana/data';
import { fieldNamed, textOf } from '../../drawing/field-values.ts';

/** A bar of a flame graph: where it begins and how wide it is, in the unit of its values. */
export interface Flame {
  readonly label: string;
  readonly level: number;
  readonly start: number;
  readonly value: number;
  readonly self: number;
}

/** Bars of a nested set: rows in the order of a walk, each with its level. A row lies within the last one of a lower level. */
export function flamesOf(frame: DataFrame): readonly Flame[] {
  const [levels, values, labels, selfs] = [
    fieldNamed(frame, 'level'),
    fieldNamed(frame, 'value'),
    fieldNamed(frame, 'label'),
    fieldNamed(frame, 'self'),
  ];
  if (levels === undefined || values === undefined) return [];
  const names = labels?.type === FieldType.enum ? (labels.config.type?.enum?.text ?? []) : undefined;
  // Where the next bar of each level begins.
  const next: number[] = [];
  return values.values.map((value: number, i): Flame => {
    const level = Number(levels.values[i]);
    const start = next[level] ?? next[level - 1] ?? 0;
    next.length = level;
    next[level] = start + value;
    next[level + 1] = start;
    const label: unknown = labels?.values[i];
    return {
      label: names?.[Number(label)] ?? textOf(label),
      level,
      start,
      value,
      self: Number(selfs?.values[i] ?? 0),
    };
  });
}
