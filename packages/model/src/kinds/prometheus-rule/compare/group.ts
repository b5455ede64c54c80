import type { Difference } from '../../../diff/difference.ts';
import { changedEntries } from '../../../diff/labels.ts';
import { match, moved } from '../../../diff/match.ts';
import { changedText, counted, isNothing } from '../../../diff/words.ts';
import { pointer } from '../../../pointer.ts';
import { isAlertRule, type PrometheusRuleSpec, type RuleGroup } from '../spec.ts';
import type { Placed } from './placed.ts';

/** The groups of two versions, and which rules are which. */
export interface GroupPairs {
  readonly pairs: readonly (readonly [before: RuleGroup, after: RuleGroup])[];
  readonly added: readonly RuleGroup[];
  readonly removed: readonly RuleGroup[];
}

/** Finds which groups are which: by name, then by the rules they hold. */
export function matchGroups(
  before: PrometheusRuleSpec,
  after: PrometheusRuleSpec,
  rules: readonly (readonly [Placed, Placed])[],
): GroupPairs {
  const shared = (a: RuleGroup, b: RuleGroup): number =>
    rules.filter(([old, next]) => old.group === a.name && next.group === b.name).length;
  return match(before.groups, after.groups, [(a, b) => Number(a.name === b.name), shared]);
}

function resets({ rules }: RuleGroup): { readonly consequence?: string } {
  const alerts = rules.filter(isAlertRule).length;
  return alerts === 0 ? {} : { consequence: `the state of its ${counted(alerts, 'alert')} will reset` };
}

const SETTINGS = [
  ['interval', 'interval'],
  ['limit', 'limit'],
  ['query_offset', 'query offset'],
] as const;

/** What changed in a group but for its rules. */
export function compareGroups(
  [before, after]: readonly [RuleGroup, RuleGroup],
  index: number,
  rules: readonly (readonly [Placed, Placed])[],
): Difference[] {
  const path = pointer('spec', 'groups', index);
  const about = { subject: `group ${after.name}`, change: 'changed', reach: 'data' } as const;
  const found: Difference[] = [];
  if (before.name !== after.name) {
    found.push({ ...about, path: `${path}/name`, text: `renamed from ${before.name}`, ...resets(after) });
  }
  for (const [key, name] of SETTINGS) {
    const [old, next] = [before[key], after[key]];
    if (old === next) continue;
    const consequence = key === 'interval' && !isNothing(next) ? { consequence: `evaluated every ${next}` } : {};
    found.push({ ...about, path: `${path}/${key}`, text: changedText(name, old, next), ...consequence });
  }
  for (const [label, old, next] of changedEntries(before.labels, after.labels)) {
    const text = changedText(`label ${label}`, old, next);
    found.push({ ...about, path: `${path}/labels`, text, ...resets(after) });
  }
  const own = rules
    .filter(([a, b]) => a.group === before.name && b.group === after.name)
    .toSorted(([, a], [, b]) => a.index - b.index);
  const reordered = moved(own.map(([a, b]) => [a.index, b]));
  if (reordered.length > 0) {
    const names = reordered.map(({ name }) => name).join(', ');
    found.push({ ...about, path: `${path}/rules`, text: `evaluated in another order: ${names}` });
  }
  return found;
}
