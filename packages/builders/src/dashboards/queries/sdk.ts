import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { DataQueryKind } from '@grafana/grafana-foundation-sdk/dashboardv2';
import { jsonObject } from '../json.ts';
import type { DataSourceQuery } from './query.ts';

/** A query builder of Grafana's SDK: `new QueryV2Builder()` of any of its query modules. */
export type QueryBuilder = Builder<DataQueryKind>;

/** What a panel takes as a query: ours, or a builder of the SDK. */
export type AnyQuery = DataSourceQuery | QueryBuilder;

/**
 * Refuses the SDK's builders for the older beta shape, which the type checker cannot tell from those for v2.
 * @throws on a builder that is known to make another shape.
 */
export function assertV2(builder: object, wanted: 'QueryV2Builder' | 'VisualizationV2Builder'): void {
  const { name } = builder.constructor;
  if (name === wanted.replace('V2', '')) {
    throw new Error(`${name} makes the v2beta1 shape; use ${wanted} of the same module`);
  }
}

/** Groups that the SDK's builders write and no plugin is called → the plugin they are for. */
const PLUGIN_IDS: Readonly<Record<string, string>> = {
  'cloud-monitoring': 'stackdriver',
  grafanapyroscope: 'grafana-pyroscope-datasource',
  testdata: 'grafana-testdata-datasource',
};

/** Any query as ours: a builder is built, and what it built is copied as plain data. */
export function toQuery(query: AnyQuery): DataSourceQuery {
  if (!('build' in query)) return query;
  assertV2(query, 'QueryV2Builder');
  const built = query.build();
  const { refId, hide, ...spec } = jsonObject(built.spec);
  const name = built.datasource?.name;
  return {
    type: 'query',
    plugin: PLUGIN_IDS[built.group] ?? built.group,
    spec,
    ...(typeof refId === 'string' ? { refId } : {}),
    ...(hide === true ? { hide } : {}),
    ...(name === undefined ? {} : { datasource: name }),
  };
}
