import type { QueryComparison, QueryNames } from '@binnacle/model';
import { compare, metricName, parse, type ParseResult, walk } from '@binnacle/promql';

/** Around the query of a dashboard's variable. */
const LISTING = /^\s*(?:label_values|query_result|metrics)\((.*?)(?:,\s*\w+\s*)?\)\s*$/s;

/** Texts are parsed once, as the same query is in many panels and in both versions of them. */
const known = new Map<string, ParseResult>();

function parsed(text: string): ParseResult {
  let result = known.get(text);
  if (result === undefined) known.set(text, (result = parse(text)));
  return result;
}

/** Queries compared by what they mean: spelling and layout are no difference. What is no PromQL is compared as text. */
export const compareQueries: QueryComparison = (before, after) => {
  if (before === after) return undefined;
  const [old, next] = [parsed(before), parsed(after)];
  if (old.errors.length > 0 || next.errors.length > 0) return [{ before, after }];
  return compare(old.expr, next.expr);
};

/** Names of the metrics a query reads; none for what is no PromQL. */
export const metricNames: QueryNames = (query) => {
  const { expr, errors } = parsed(LISTING.exec(query)?.[1] ?? query);
  if (errors.length > 0) return [];
  const names = new Set<string>();
  walk(expr, (node) => {
    const name = node.type === 'VectorSelector' ? metricName(node) : undefined;
    if (name !== undefined) names.add(name);
  });
  return [...names];
};
