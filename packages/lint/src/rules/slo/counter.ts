import { type Expr, metricName } from '@binnacle/promql';
import type { Contracts, DeclaredSeries } from '../../contracts/contracts.ts';
import { declarationsOf, queryFindings, type QueryFinding } from '../../contracts/query-findings.ts';
import { nameSpan } from '../../contracts/spans.ts';
import type { Rule } from '../../rule.ts';

/** Series that only grow while a process runs: what happened, counted. */
function isCounting({ metric, part }: DeclaredSeries): boolean {
  return part === 'own' ? metric.type === 'counter' : part === 'bucket' || part === 'count';
}

function* inQuery(expr: Expr, _promql: string, contracts: Contracts): Generator<QueryFinding> {
  if (expr.type !== 'VectorSelector') return;
  const declared = declarationsOf(expr, contracts);
  if (declared.length === 0 || declared.some(isCounting)) return;
  yield {
    span: nameSpan(expr),
    message: `${metricName(expr)} does not count events, so no share of them can be promised`,
    fix: 'select a counter, or the buckets and the count of a histogram',
  };
}

export const sloCounter: Rule = {
  id: 'slo/counter',
  severity: 'error',
  docs: 'What an objective counts is a declared counter, or the buckets or the count of a histogram.',
  check: (project) => queryFindings(project, inQuery, ({ use }) => use === 'objective'),
};
