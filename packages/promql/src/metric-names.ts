import type { Expr } from './ast.ts';
import { metricName } from './metric-name.ts';
import { walk } from './walk.ts';

/** Around the query of a dashboard's variable. */
const LISTING = /^\s*(?:label_values|label_names|query_result|metrics)\((.*?)(?:,\s*\w+\s*)?\)\s*$/s;

/** The query that a dashboard's variable is made of, such as `up` of `label_values(up, job)`; any other text as it is. */
export function listedQuery(text: string): string {
  return LISTING.exec(text)?.[1] ?? text;
}

/** Names of the metrics an expression reads, each once; selectors that leave theirs open have none. */
export function metricNames(expr: Expr): readonly string[] {
  const names = new Set<string>();
  walk(expr, (node) => {
    const name = node.type === 'VectorSelector' ? metricName(node) : undefined;
    if (name !== undefined) names.add(name);
  });
  return [...names];
}
