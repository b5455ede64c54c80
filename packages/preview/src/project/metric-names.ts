import type { QueryNames } from '@binnacle/model';
import { listedQuery, metricNames as metricNamesOf, parse } from '@binnacle/promql';

function readNames(query: string): readonly string[] {
  const { expr, errors } = parse(listedQuery(query));
  return errors.length > 0 ? [] : metricNamesOf(expr);
}

const known = new Map<string, readonly string[]>();

/** Names of the metrics a query reads; none for what is no PromQL. Each text is read once. */
export const metricNames: QueryNames = (query) => {
  let names = known.get(query);
  if (names === undefined) known.set(query, (names = readNames(query)));
  return names;
};
