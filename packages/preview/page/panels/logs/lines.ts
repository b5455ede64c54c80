import { type DataFrame, FieldType, type Labels } from '@grafana/data';
import { isRecord } from '@binnacle/model';
import { fieldNamed, textOf } from '../../drawing/field-values.ts';
import { levelOf } from './level.ts';

/** A line of a log; `time` is Unix milliseconds. */
export interface Line {
  readonly time: number | undefined;
  readonly text: string;
  /** As `levelOf` names it; empty where nothing tells. */
  readonly level: string;
  readonly labels: Labels;
}

/** Equal lines that follow each other, as one. */
export interface FoldedLine extends Line {
  readonly count: number;
}

/** What makes two lines equal: nothing, their text, or their text without its numbers or without its words. */
export type Dedup = 'none' | 'exact' | 'numbers' | 'signature';

/** Labels in which a level may stand, the surest first. */
const LEVEL_LABELS = ['detected_level', 'level', 'lvl', 'severity', 'loglevel'];

function isLabels(value: unknown): value is Labels {
  return isRecord(value);
}

/** The lines of a frame: those of a column of texts, with the labels of a column beside it or of the column itself. */
export function linesOf(frame: DataFrame): readonly Line[] {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const body =
    fieldNamed(frame, 'body', 'line', 'message', 'msg') ?? frame.fields.find(({ type }) => type === FieldType.string);
  if (body === undefined) return [];
  const level = fieldNamed(frame, 'level', 'severity');
  const labels = fieldNamed(frame, 'labels');
  return body.values.map((value: unknown, i): Line => {
    const own: unknown = labels?.values[i];
    const about = isLabels(own) ? own : (body.labels ?? {});
    const text = textOf(value);
    const told = [textOf(level?.values[i]), ...LEVEL_LABELS.map((name) => about[name] ?? '')];
    return {
      time: time === undefined ? undefined : Number(time.values[i]),
      text,
      level: told.map(levelOf).find((one) => one !== '') ?? levelOf(text),
      labels: about,
    };
  });
}

/** The labels that all lines have, with the same values. */
export function commonLabels(lines: readonly Line[]): Labels {
  const [first, ...rest] = lines;
  const shared = Object.entries(first?.labels ?? {}).filter(([name, value]) =>
    rest.every(({ labels }) => labels[name] === value),
  );
  return Object.fromEntries(shared);
}

/** Those of a line's labels that are not common to all. */
export function uniqueLabels({ labels }: Line, common: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !(name in common)));
}

const KEYS: Readonly<Record<Exclude<Dedup, 'none'>, (text: string) => string>> = {
  // A point in time alone does not make a line another one.
  exact: (text) => text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, ''),
  numbers: (text) => text.replaceAll(/\d/g, ''),
  signature: (text) => text.replaceAll(/\w/g, ''),
};

/** The lines, with those that follow an equal one counted in it. */
export function folded(lines: readonly Line[], dedup: Dedup): readonly FoldedLine[] {
  if (dedup === 'none') return lines.map((line) => ({ ...line, count: 1 }));
  const keyOf = KEYS[dedup];
  const kept: FoldedLine[] = [];
  for (const line of lines) {
    const last = kept.at(-1);
    if (last !== undefined && keyOf(last.text) === keyOf(line.text))
      kept[kept.length - 1] = { ...last, count: last.count + 1 };
    else kept.push({ ...line, count: 1 });
  }
  return kept;
}
