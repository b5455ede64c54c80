import { isRecord } from '@binnacle/model';
import { textOf } from '../../drawing/field-values.ts';

/** A name and a value that stand in the text of a line. */
export type LineField = readonly [name: string, value: string];

const PAIR = /(?:^|\s)([A-Za-z_][\w.-]*)=("(?:[^"\\]|\\.)*"|[^\s"]*)/g;

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    return textOf(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The fields in the text of a line: the entries of a JSON object, or `name=value` as logfmt has them. */
export function fieldsIn(text: string): readonly LineField[] {
  const object = jsonObject(text);
  if (object !== undefined) return Object.entries(object).map(([name, value]) => [name, textOf(value)]);
  return [...text.matchAll(PAIR)].map(([, name = '', value = '']) => [name, unquoted(value)]);
}

/** JSON on several lines; any other text as it is. */
export function pretty(text: string): string {
  const object = jsonObject(text);
  return object === undefined ? text : JSON.stringify(object, undefined, 2);
}
