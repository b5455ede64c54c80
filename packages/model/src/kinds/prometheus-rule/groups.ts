import { durationMs } from '../../duration.ts';
import type { Finding } from '../../finding.ts';
import { pointer } from '../../pointer.ts';
import { ruleFindings } from './rule.ts';
import type { PrometheusRuleSpec, RuleGroup } from './spec.ts';

function intervals(group: RuleGroup, path: string): Finding[] {
  return (['interval', 'query_offset'] as const).flatMap((key) => {
    const text = group[key];
    if (text === undefined || (durationMs(text) !== undefined && (key !== 'interval' || durationMs(text) !== 0)))
      return [];
    return [
      {
        rule: 'prometheus-rule/duration',
        severity: 'error',
        message: `${key} '${text}' of group '${group.name}' is not a Prometheus duration`,
        path: `${path}/${key}`,
        fix: "write a number and a unit, e.g. '30s', '1m30s'",
      } as const,
    ];
  });
}

/** What Prometheus (rulefmt) refuses in groups of rules: their names and intervals, and the rules themselves. */
export function groupFindings(spec: PrometheusRuleSpec): Finding[] {
  const names = new Set<string>();
  return spec.groups.flatMap((group, i) => {
    const path = pointer('spec', 'groups', i);
    const about = { rule: 'prometheus-rule/group', severity: 'error', path: `${path}/name` } as const;
    const found: Finding[] = [];
    if (group.name === '') found.push({ ...about, message: 'a group has an empty name' });
    else if (names.has(group.name)) found.push({ ...about, message: `two groups are named '${group.name}'` });
    names.add(group.name);
    found.push(...intervals(group, path));
    for (const [j, rule] of group.rules.entries()) found.push(...ruleFindings(rule, `${path}/rules/${j}`));
    return found;
  });
}
