import { type Duration, type Expr, metricName, parse, walk } from '@binnacle/promql';

const DAY = 86_400_000;

/** A duration in milliseconds; arithmetic that only the engine does is taken for a day. */
function lengthOf(duration: Duration | undefined): number {
  if (duration === undefined) return 0;
  if (duration.type === 'DurationLiteral') return duration.ms;
  if (duration.type === 'DurationUnary' && duration.operand.type === 'DurationLiteral') {
    return duration.op === '-' ? -duration.operand.ms : duration.operand.ms;
  }
  return DAY;
}

/** How far before the time of its evaluation what is around a selector reaches, and an absolute time where there is one. */
function reachThrough(parents: readonly Expr[], start: number): number {
  let from = start;
  for (const parent of parents) {
    if (parent.type === 'MatrixSelector') from -= lengthOf(parent.range);
    if (parent.type !== 'SubqueryExpr') continue;
    if (parent.at?.kind === 'timestamp') from = Math.min(from, parent.at.seconds * 1000);
    from -= lengthOf(parent.range) + lengthOf(parent.offset);
  }
  return from;
}

/** From when on a query that is evaluated from `start` on reads samples, by metric name; '' stands for any metric. */
export type Needs = ReadonlyMap<string, number>;

/** What a query needs. Selectors that Grafana variables are left in need nothing, as they cannot be evaluated. */
export function needsOf(query: string | Expr, start: number, lookback: number): Needs {
  const expr = typeof query === 'string' ? parse(query, { variables: false }).expr : query;
  const needs = new Map<string, number>();
  walk(expr, (node, parents) => {
    if (node.type !== 'VectorSelector') return;
    const name = metricName(node) ?? '';
    const at = node.at?.kind === 'timestamp' ? Math.min(start, node.at.seconds * 1000) : start;
    const from = reachThrough(parents, at) - lengthOf(node.offset) - lookback;
    needs.set(name, Math.min(from, needs.get(name) ?? Infinity));
  });
  return needs;
}
