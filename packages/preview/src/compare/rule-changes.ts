import {
  type Difference,
  isAlert,
  isPrometheusRule,
  isRecording,
  matchRules,
  type Placed,
  placedRules,
  type QueryComparison,
  type Resource,
} from '@binnacle/model';
import type { QueryChange, RuleChange } from '../wire/compare.ts';
import { saidOf } from './panel-changes.ts';

function rulesOf(resource: Resource | undefined): readonly Placed[] {
  return resource !== undefined && isPrometheusRule(resource) ? placedRules(resource.spec) : [];
}

function queryOf(
  before: Placed | undefined,
  after: Placed | undefined,
  queries: QueryComparison,
): QueryChange | undefined {
  const [was, is] = [before?.rule.expr, after?.rule.expr];
  if (was !== undefined && is !== undefined && queries(was, is) === undefined) return undefined;
  return { label: 'Expression', ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) };
}

/** The alerts and records that differ, what is said of each, and their expressions where these differ. */
export function ruleChanges(
  before: Resource | undefined,
  after: Resource | undefined,
  { differences, queries }: { readonly differences: readonly Difference[]; readonly queries: QueryComparison },
): RuleChange[] {
  const [old, next] = [rulesOf(before), rulesOf(after)];
  const kinds = [
    ['alert', matchRules(old.filter(isAlert), next.filter(isAlert), queries)],
    ['record', matchRules(old.filter(isRecording), next.filter(isRecording), queries)],
  ] as const;
  return kinds.flatMap(([kind, { pairs, added, removed }]) => {
    const one = (change: RuleChange['change'], a: Placed | undefined, b: Placed | undefined): RuleChange[] => {
      const shown = b ?? a;
      const own = differences.filter(
        ({ path, subject = '' }) =>
          shown !== undefined &&
          (subject === `${kind} ${shown.name}` || subject.startsWith(`${kind} ${shown.name} (`)) &&
          (path === shown.path || path.startsWith(`${shown.path}/`)),
      );
      const [first] = own;
      if (first === undefined) return [];
      const query = queryOf(a, b, queries);
      const subject = first.subject ?? kind;
      return [{ kind, subject, change, said: own.map(saidOf), ...(query !== undefined && { query }) }];
    };
    return [
      ...pairs.flatMap(([a, b]) => one('changed', a, b)),
      ...added.flatMap((placed) => one('added', undefined, placed)),
      ...removed.flatMap((placed) => one('removed', placed, undefined)),
    ];
  });
}
