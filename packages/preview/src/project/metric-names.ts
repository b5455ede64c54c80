import type { QueryNames } from '@binnacle/model';
import { metricName, parse, walk } from '@binnacle/promql';

/** Around the query of a dashboard's variable. */
const LISTING = /^\s*(?:label_values|query_result|metrics)\((.*?)(?:,\s*\w+\s*)?\)\s*$/s;

function readNames(query: string): readonly string[] {
  const { expr, errors } = parse(LISTING.exec(query)?.[1] ?? query);
  if (errors.length > 0) return [];
  const names = new Set<string>();
  walk(expr, (node) => {
    const name = node.type === 'VectorSelector' ? metricName(node) : undefined;
    if (name !== undefined) names.add(name);
  });
  return [...names];
}

const known = new Map<string, readonly string[]>();

/** Names of the metrics a query reads; none for what is no PromQL. Each text is read once. */
export const metricNames: QueryNames = (query) => {
  let names = known.get(query);
  if (names === undefined) known.set(query, (names = readNames(query)));
  return names;
};
