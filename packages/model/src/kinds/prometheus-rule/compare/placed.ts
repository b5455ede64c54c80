import { pointer } from '../../../pointer.ts';
import { type AlertRule, isAlertRule, type PrometheusRuleSpec, type RecordingRule } from '../spec.ts';

/** A rule and where it stands. */
export interface Placed<Rule extends AlertRule | RecordingRule = AlertRule | RecordingRule> {
  readonly rule: Rule;
  readonly name: string;
  readonly group: string;
  /** The group's place in the resource. */
  readonly groupIndex: number;
  /** Its place in the group. */
  readonly index: number;
  readonly path: string;
}

/** Every rule of every group, in order. */
export function placedRules({ groups }: PrometheusRuleSpec): Placed[] {
  return groups.flatMap(({ name: group, rules }, g) =>
    rules.map((rule, index) => ({
      rule,
      name: isAlertRule(rule) ? rule.alert : rule.record,
      group,
      groupIndex: g,
      index,
      path: pointer('spec', 'groups', g, 'rules', index),
    })),
  );
}

/** True for a placed alert. */
export function isAlert(placed: Placed): placed is Placed<AlertRule> {
  return isAlertRule(placed.rule);
}

/** True for a placed record. */
export function isRecording(placed: Placed): placed is Placed<RecordingRule> {
  return !isAlertRule(placed.rule);
}

/** Labels an alert has whatever its series are; one that a template makes is not known. */
export function knownLabels(
  { rule, groupIndex }: Placed<AlertRule>,
  { groups }: PrometheusRuleSpec,
): Readonly<Record<string, string>> {
  const given = Object.entries({ ...groups[groupIndex]?.labels, ...rule.labels });
  return { ...Object.fromEntries(given.filter(([, value]) => !value.includes('{{'))), alertname: rule.alert };
}
