import { NO_SPAN, parse, print, transform } from '@binnacle/promql';

/**
 * The query with labels to group by among those of each of its aggregations, as Grafana's Prometheus adds the keys of
 * group-by variables. A query that does not parse stays as it is.
 */
export function withGrouping(query: string, keys: readonly string[]): string {
  if (keys.length === 0) return query;
  const { expr, errors } = parse(query);
  if (errors.length > 0) return query;
  return print(
    transform(expr, (node) => {
      if (node.type !== 'AggregateExpr') return node;
      const added = keys.filter((key) => !node.grouping.some(({ name }) => name === key));
      return { ...node, grouping: [...node.grouping, ...added.map((name) => ({ name, span: NO_SPAN }))] };
    }),
  );
}
