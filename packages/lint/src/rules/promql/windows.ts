import { type BinaryExpr, type Duration, type Expr, metricName } from '@binnacle/promql';
import { partsOf } from '../../contracts/query-parts.ts';
import type { Rule } from '../../rule.ts';

const RATES: ReadonlySet<string> = new Set(['rate', 'increase']);

/** What one side of a quotient reads through `rate` or `increase`. */
interface Side {
  readonly metrics: ReadonlySet<string | undefined>;
  /** Windows, by what tells them apart. */
  readonly windows: ReadonlyMap<string, Duration>;
}

function windowKey(range: Duration, promql: string): string {
  return range.type === 'DurationLiteral' ? `${range.ms}` : promql.slice(range.span.start, range.span.end);
}

function sideOf(expr: Expr, promql: string): Side {
  const ranges = partsOf(expr).calls.flatMap(({ func, args: [range] }) =>
    RATES.has(func) && range?.type === 'MatrixSelector' ? [range] : [],
  );
  return {
    metrics: new Set(ranges.map(({ selector }) => metricName(selector))),
    windows: new Map(ranges.map(({ range }) => [windowKey(range, promql), range])),
  };
}

/** The windows of the two sides, when each has one, they differ, and no metric is on both: a metric by itself is compared with its past. */
function differing({ left, right }: BinaryExpr, promql: string): readonly [Duration, Duration] | undefined {
  const [above, below] = [sideOf(left, promql), sideOf(right, promql)];
  const [[key, over] = [], ...others] = above.windows;
  const [[otherKey, under] = [], ...more] = below.windows;
  if (over === undefined || under === undefined || others.length + more.length > 0 || key === otherKey)
    return undefined;
  return [...above.metrics].every((metric) => !below.metrics.has(metric)) ? [over, under] : undefined;
}

export const windows: Rule = {
  id: 'promql/windows',
  severity: 'info',
  docs: 'A quotient of the rates of two metrics reads both over the same window.',
  *check({ queries }) {
    for (const { place, promql, text, offset, parsed } of queries) {
      if (parsed.errors.length > 0) continue;
      for (const operation of partsOf(parsed.expr).operations) {
        const found = operation.op === '/' ? differing(operation, promql) : undefined;
        if (found === undefined) continue;
        const [over, under] = found.map(({ span }) => promql.slice(span.start, span.end));
        const { start, end } = found[1].span;
        yield {
          place,
          message: `one side of / is read over ${over}, the other over ${under}: after a change the quotient is of two different times`,
          fix: `write [${over}] on both sides`,
          snippet: { text, start: start + offset, end: end + offset },
        };
      }
    }
  },
};
