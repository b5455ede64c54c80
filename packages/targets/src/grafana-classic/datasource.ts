import type { DatasourceRef, Query } from './wire.ts';

/** Plugin id, and uid, of the datasource that evaluates server-side expressions. */
const EXPRESSION = '__expr__';
/** What a classic panel says when its queries ask different datasources. */
const MIXED: DatasourceRef = { type: 'datasource', uid: '-- Mixed --' };
/** uid of the datasource that shows what other panels queried. */
const OTHER_PANELS = '-- Dashboard --';
/** uid of the datasources that are part of Grafana, by plugin id. */
const BUILT_IN: Readonly<Record<string, string>> = { [EXPRESSION]: EXPRESSION, grafana: '-- Grafana --' };

/** A query's datasource in classic form; without a uid it is the default one of its type. */
export function datasourceRef({ group, datasource }: Pick<Query, 'group' | 'datasource'>): DatasourceRef {
  const uid = datasource?.name ?? BUILT_IN[group];
  return { ...(group !== '' && { type: group }), ...(uid !== undefined && { uid }) };
}

/** The datasource of a whole panel: that of its queries, or Mixed when they differ. Expressions do not count. */
export function panelDatasource(queries: readonly Query[]): DatasourceRef | undefined {
  const refs = new Map(
    queries
      .filter(({ group }) => group !== EXPRESSION)
      .map((query) => datasourceRef(query))
      .map((ref) => [`${ref.type ?? ''}\0${ref.uid ?? ''}`, ref]),
  );
  const [only] = refs.values();
  // Each query of this one may lead to another panel, and so to another datasource.
  const otherPanels = queries.filter(({ datasource }) => datasource?.name === OTHER_PANELS);
  if (refs.size > 1 || otherPanels.length > 1) return MIXED;
  return only ?? (queries[0] && datasourceRef(queries[0]));
}
