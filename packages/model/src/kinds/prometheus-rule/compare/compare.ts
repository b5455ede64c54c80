import type { Difference, QueryComparison } from '../../../diff/difference.ts';
import { compareLabels } from '../../../diff/labels.ts';
import { code } from '../../../diff/words.ts';
import type { Resource } from '../../../resource.ts';
import { isAlertRule, isPrometheusRule, type PrometheusRuleSpec } from '../spec.ts';
import { compareAlerts, wholeAlert } from './alert.ts';
import { compareGroups, matchGroups } from './group.ts';
import { matchRules } from './match-rules.ts';
import { isAlert, isRecording, type Placed, placedRules } from './placed.ts';
import { compareRecords } from './record.ts';

/** Names an alert; one of several of the name by its severity as well. */
function subjects(spec: PrometheusRuleSpec): (placed: Placed) => string {
  const count = new Map<string, number>();
  for (const { rules } of spec.groups) {
    for (const rule of rules) if (isAlertRule(rule)) count.set(rule.alert, (count.get(rule.alert) ?? 0) + 1);
  }
  return ({ name, rule }) => {
    const severity = rule.labels?.['severity'];
    return (count.get(name) ?? 0) > 1 && severity !== undefined ? `alert ${name} (${severity})` : `alert ${name}`;
  };
}

function wholeRecord({ name, path, rule }: Placed, change: 'added' | 'removed'): Difference {
  const text = change === 'added' ? `added: ${code(rule.expr)}` : change;
  return { path, change, subject: `record ${name}`, text, reach: 'data' };
}

/** What changed in the rules: alerts, records and groups, renamed and moved ones recognised. */
export function compareRules(before: Resource, after: Resource, queries: QueryComparison): Difference[] {
  if (!isPrometheusRule(before) || !isPrometheusRule(after)) return [];
  const [old, next] = [placedRules(before.spec), placedRules(after.spec)];
  const alerts = matchRules(old.filter(isAlert), next.filter(isAlert), queries);
  const records = matchRules(old.filter(isRecording), next.filter(isRecording), queries);
  const rules = [...alerts.pairs, ...records.pairs];
  const groups = matchGroups(before.spec, after.spec, rules);
  const formerly = new Map(groups.pairs.map(([a, b]) => [b.name, a.name]));
  const isMoved = (a: Placed, b: Placed): boolean => formerly.get(b.group) !== a.group;
  const [newSubject, oldSubject] = [subjects(after.spec), subjects(before.spec)];
  return [
    ...alerts.pairs.flatMap(([a, b]) =>
      compareAlerts(a, b, { subject: newSubject(b), isMoved: isMoved(a, b), queries }),
    ),
    ...alerts.added.map((placed) => wholeAlert(placed, 'added', newSubject(placed))),
    ...alerts.removed.map((placed) => wholeAlert(placed, 'removed', oldSubject(placed))),
    ...records.pairs.flatMap(([a, b]) => compareRecords(a, b, { isMoved: isMoved(a, b), queries })),
    ...records.added.map((placed) => wholeRecord(placed, 'added')),
    ...records.removed.map((placed) => wholeRecord(placed, 'removed')),
    ...groups.pairs.flatMap((pair) => compareGroups(pair, after.spec.groups.indexOf(pair[1]), rules)),
    ...compareLabels(before, after),
  ];
}
