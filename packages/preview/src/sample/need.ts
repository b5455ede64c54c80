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

/** A stretch of time, Unix milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a selector reads for what is around it, when that is evaluated in a stretch of time. */
function spanThrough(parents: readonly Expr[], evaluated: Span): Span {
  let { from, to } = evaluated;
  for (const parent of parents) {
    if (parent.type === 'MatrixSelector') from -= lengthOf(parent.range);
    if (parent.type !== 'SubqueryExpr') continue;
    if (parent.at?.kind === 'timestamp') {
      from = Math.min(from, parent.at.seconds * 1000);
      to = Math.max(to, parent.at.seconds * 1000);
    }
    const offset = lengthOf(parent.offset);
    from -= lengthOf(parent.range) + offset;
    to -= offset;
  }
  return { from, to };
}

/** When each selector of a query reads samples, by metric name; '' stands for any metric. */
export type Needs = ReadonlyMap<string, readonly Span[]>;

/** What a query needs. Selectors that Grafana variables are left in need nothing, as they cannot be evaluated. */
export function needsOf(query: string | Expr, evaluated: Span, lookback: number): Needs {
  const expr = typeof query === 'string' ? parse(query, { variables: false }).expr : query;
  const needs = new Map<string, Span[]>();
  walk(expr, (node, parents) => {
    if (node.type !== 'VectorSelector') return;
    const name = metricName(node) ?? '';
    const at = node.at?.kind === 'timestamp' ? node.at.seconds * 1000 : undefined;
    const whole = at === undefined ? evaluated : { from: Math.min(evaluated.from, at), to: Math.max(evaluated.to, at) };
    const { from, to } = spanThrough(parents, whole);
    const offset = lengthOf(node.offset);
    const read = { from: from - offset - lookback, to: to - offset };
    needs.set(name, [...(needs.get(name) ?? []), read]);
  });
  return needs;
}
