import { type Expr, metricName, type Span, type VectorSelector } from '@binnacle/promql';
import type { Project, Query } from '../project.ts';
import type { Finding } from '../rule.ts';
import type { Contracts, DeclaredSeries } from './contracts.ts';

/** A finding within a query. */
export type QueryFinding = Pick<Finding, 'message' | 'fix' | 'severity'> & { readonly span: Span };

/** What one rule finds in each query that parses. */
export function* queryFindings(
  { queries, contracts }: Project,
  check: (expr: Expr, promql: string, contracts: Contracts) => Iterable<QueryFinding>,
  isMeant: (query: Query) => boolean = () => true,
): Generator<Finding> {
  for (const query of queries) {
    const { place, promql, text, offset, parsed } = query;
    if (parsed.errors.length > 0 || !isMeant(query)) continue;
    for (const { span, ...finding } of check(parsed.expr, promql, contracts)) {
      yield { place, ...finding, snippet: { text, start: span.start + offset, end: span.end + offset } };
    }
  }
}

/** The declarations of the one metric a selector names; none when it names none, or one that nothing declares. */
export function declarationsOf(selector: VectorSelector, contracts: Contracts): readonly DeclaredSeries[] {
  const name = metricName(selector);
  // Where a record has the name of a metric, its series are no longer the contract's.
  return name === undefined || contracts.isRecorded(name) ? [] : contracts.declared(name);
}
