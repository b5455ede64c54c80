import { datasourceOf } from '../queries/datasource.ts';
import { isPrometheusQuery, type DataSourceQuery } from '../queries/query.ts';
import { toQuery, type AnyQuery } from '../queries/sdk.ts';
import type { Link } from './link.ts';
import { url } from './url.ts';

/** Variables that Explore knows itself: the panel must not replace them. */
const OF_EXPLORE = /^__(?:rate_)?interval|^__range/;
const VARIABLE = /\$(?:(\w+)|\{(\w+)(?::\w+)?\})/g;

/** Values of the dashboard's variables as alternatives, which need no escaping within the JSON of the URL. */
function withVariables(text: string): string {
  return text.replaceAll(VARIABLE, (all, short: string | undefined, long: string | undefined) => {
    const name = short ?? long ?? '';
    return OF_EXPLORE.test(name) ? `$${name}` : `\${${name}:pipe}`;
  });
}

function exploreQuery(query: DataSourceQuery, refId: string): object {
  const spec = Object.fromEntries(
    Object.entries(query.spec).map(([key, value]) => [key, typeof value === 'string' ? withVariables(value) : value]),
  );
  return {
    refId,
    datasource: { type: query.plugin, uid: datasourceOf(query.plugin, query.datasource)?.name },
    ...spec,
    ...(isPrometheusQuery(query) && query.legend !== undefined ? { legendFormat: query.legend } : {}),
  };
}

/**
 * A link to Explore with these queries, time range and variables: from a number on a panel to a free look at it.
 * @throws on a query that names its datasource: a link knows datasources only through the dashboard's variables.
 */
export function explore(...queries: readonly [AnyQuery, ...AnyQuery[]]): Link {
  const given = queries.map(toQuery);
  const fixed = given.find(({ datasource }) => datasource !== undefined && !datasource.startsWith('$'));
  if (fixed !== undefined) {
    throw new Error(
      `a link to Explore cannot know the datasource ${fixed.datasource}; leave it to the dashboard's variable`,
    );
  }
  const [first] = given;
  const pane = {
    datasource: first === undefined ? '' : datasourceOf(first.plugin, first.datasource)?.name,
    queries: given.map((query, i) => exploreQuery(query, query.refId ?? String.fromCharCode(65 + i))),
    range: { from: '${__from}', to: '${__to}' },
  };
  return {
    title: 'Explore',
    url: url('/explore', [
      ['schemaVersion', '1'],
      ['orgId', '${__org.id}'],
      ['panes', JSON.stringify({ a: pane })],
    ]),
  };
}
