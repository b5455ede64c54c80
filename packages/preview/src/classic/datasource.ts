import { isRecord } from '@binnacle/model';
import type { Context } from './context.ts';
import { type Json, text } from './fields.ts';

/** A datasource as the v2 shape names it: the plugin, and its uid where one is asked for. */
export interface DatasourceRef {
  readonly group: string;
  readonly name?: string;
}

/** Plugins of the datasources that are part of Grafana, by what refers to them. */
const BUILT_IN: Readonly<Record<string, string>> = {
  '-- Grafana --': 'grafana',
  grafana: 'grafana',
  '-- Dashboard --': 'datasource',
  '-- Mixed --': 'datasource',
  __expr__: '__expr__',
};

/** `$ds`, `${ds}` and `[[ds]]` as `${ds}`, with the name alone. */
function variableIn(reference: string): string | undefined {
  const [, plain, braced, bracketed] = /^(?:\$(\w+)|\$\{(\w+)(?::\w+)?\}|\[\[(\w+)\]\])$/.exec(reference) ?? [];
  return plain ?? braced ?? bracketed;
}

/** The plugin that a query is written for, by the members that only its queries have. */
function guessed(query: Json): string {
  if (typeof query['expr'] === 'string') return 'prometheus';
  if (typeof query['rawSql'] === 'string') return 'mysql';
  if (typeof query['target'] === 'string') return 'graphite';
  return '';
}

function named(reference: string, query: Json, { variableTypes }: Context): DatasourceRef {
  const builtIn = BUILT_IN[reference];
  if (builtIn !== undefined) return { group: builtIn, name: reference };
  const variable = variableIn(reference);
  if (variable !== undefined) return { group: variableTypes.get(variable) ?? guessed(query), name: `\${${variable}}` };
  // Very old dashboards name a datasource; what its plugin is only that Grafana knows.
  return { group: guessed(query), name: reference };
}

/** A classic reference, `{type, uid}` or a text, for a query; undefined for the default one. */
export function datasourceOf(reference: unknown, query: Json, context: Context): DatasourceRef | undefined {
  if (typeof reference === 'string')
    return reference === '' || reference === 'default' ? undefined : named(reference, query, context);
  if (!isRecord(reference)) return undefined;
  const [uid, type] = [text(reference, 'uid'), text(reference, 'type')];
  if (uid === undefined) return type === undefined ? undefined : { group: type };
  const { group, name } = named(uid, query, context);
  return { group: type ?? group, ...(name !== undefined && { name }) };
}

/** True for a panel whose queries each say what they ask. */
export function isMixed(reference: unknown): boolean {
  return reference === '-- Mixed --' || (isRecord(reference) && reference['uid'] === '-- Mixed --');
}

/** A query in the v2 shape. */
export function dataQuery(spec: Json, reference: DatasourceRef | undefined): Json {
  const { group, name } = reference ?? { group: guessed(spec) };
  return {
    kind: 'DataQuery',
    group,
    version: 'v0',
    ...(name !== undefined && { datasource: { name } }),
    spec,
  };
}
