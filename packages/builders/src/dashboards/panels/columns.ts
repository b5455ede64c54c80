import { isPrometheusQuery, type DataSourceQuery } from '../queries/query.ts';
import type { Transformation } from '../schema.ts';
import type { Panel } from './panel.ts';

/** Heading of the column with a query's values: its legend, else the panel's title or the refId. */
export function columnName(
  query: DataSourceQuery & { readonly legend?: string },
  title: string,
  alone: boolean,
): string {
  return query.legend ?? (alone ? title : `${title} ${query.refId ?? ''}`.trim());
}

/** Joins the tables of several PromQL queries by their labels, names the columns of values and leaves out the time. */
export function asTable(panel: Panel): Panel {
  const { queries, title } = panel;
  if (panel.transformations.length > 0 || queries.length === 0 || !queries.every(isPrometheusQuery)) return panel;
  const alone = queries.length === 1;
  const names = queries.map((query): [string, string] => [
    alone ? 'Value' : `Value #${query.refId ?? ''}`,
    columnName(query, title, alone),
  ]);
  const organize: Transformation = {
    kind: 'Transformation',
    group: 'organize',
    spec: { options: { excludeByName: { Time: true }, indexByName: {}, renameByName: Object.fromEntries(names) } },
  };
  const merge: Transformation = { kind: 'Transformation', group: 'merge', spec: { options: {} } };
  return { ...panel, transformations: alone ? [organize] : [merge, organize] };
}
