import { changedEntries } from '../../../diff/labels.ts';
import { match, type Matched } from '../../../diff/match.ts';
import type { QueryComparison } from '../../../diff/difference.ts';
import type { Placed } from './placed.ts';

/** How much of a query's text may have changed before another rule of another name is no longer the same rule. */
const MOST_CHANGED = 0.4;

type Rule = Placed['rule'];

function hasSameLabels(a: Rule, b: Rule): boolean {
  return changedEntries(a.labels, b.labels).length === 0;
}

/** 1 for queries that mean the same, less the more of their text changed, 0 when too much did. */
function likeness(a: string, b: string, queries: QueryComparison): number {
  const parts = queries(a, b);
  if (parts === undefined) return 1;
  const changed = parts.reduce((sum, { before, after }) => sum + before.length + after.length, 0);
  const share = changed / (a.length + b.length);
  return share > MOST_CHANGED ? 0 : 1 - share;
}

/**
 * Finds which rules are which: by name, those of several that are most alike; then renamed ones by their query. Alerts and
 * records are matched apart.
 */
export function matchRules<P extends Placed>(
  before: readonly P[],
  after: readonly P[],
  queries: QueryComparison,
): Matched<P> {
  const byName = (a: P, b: P): number => {
    if (a.name !== b.name) return 0;
    const isSameQuery = queries(a.rule.expr, b.rule.expr) === undefined;
    return 1 + 4 * Number(hasSameLabels(a.rule, b.rule)) + 2 * Number(isSameQuery) + Number(a.group === b.group);
  };
  const byQuery = (a: P, b: P): number => likeness(a.rule.expr, b.rule.expr, queries);
  return match(before, after, [byName, byQuery]);
}
