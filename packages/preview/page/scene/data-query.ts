import type { DataQuerySpec } from './spec.ts';

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf({ spec }: DataQuerySpec): Fields {
  const fields: unknown = spec;
  return typeof fields === 'object' && fields !== null ? { ...fields } : {};
}

/** A text of a query's own fields. */
export function textIn(query: DataQuerySpec, name: string): string | undefined {
  const value = fieldsOf(query)[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** A switch of a query's own fields. */
export function flagIn(query: DataQuerySpec, name: string): boolean | undefined {
  const value = fieldsOf(query)[name];
  return typeof value === 'boolean' ? value : undefined;
}

/** The data source a query names: its name, a variable, or nothing. */
export function sourceIn({ datasource }: DataQuerySpec): string {
  return datasource?.name ?? '';
}

/** The text of a variable's query, in whichever of its forms Grafana wrote it. */
export function queryIn(query: DataQuerySpec, definition = ''): string {
  const { query: text, label, metric, stream } = fieldsOf(query);
  if (typeof text === 'string' && text !== '') return text;
  const legacy = textIn(query, '__legacyStringValue');
  if (legacy !== undefined) return legacy;
  if (typeof label === 'string') {
    // A Loki's selector is called its stream.
    const [selector] = [metric, stream].filter((one) => typeof one === 'string' && one !== '');
    return typeof selector === 'string' ? `label_values(${selector}, ${label})` : `label_values(${label})`;
  }
  return definition;
}
