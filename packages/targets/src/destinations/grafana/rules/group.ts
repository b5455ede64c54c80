import {
  type AlertRule,
  isAlertRule,
  PROMETHEUS_RULE_API_VERSION,
  type PrometheusRuleResource,
  type RecordingRule,
  type RuleGroup,
} from '@binnacle/model';
import { filled } from '../../../present.ts';
import { shortest } from './duration-text.ts';

/** A rule group where Grafana keeps it: the title is unique in its folder. */
export interface Place {
  /** uid of the folder. */
  readonly folder: string;
  readonly title: string;
}

/** A group as one object of a plan: named after its place, its rules in one way of writing. */
export function groupResource({ folder, title }: Place, group: RuleGroup): PrometheusRuleResource {
  return {
    apiVersion: PROMETHEUS_RULE_API_VERSION,
    kind: 'PrometheusRule',
    metadata: { namespace: folder, name: title },
    spec: { groups: [group] },
  };
}

/** Where the group of a resource made by `groupResource` is. */
export function placeOf({ metadata }: Pick<PrometheusRuleResource, 'metadata'>): Place {
  return { folder: metadata.namespace ?? '', title: metadata.name };
}

/** A rule with the shortest durations and without what is empty, so that two ways to write it are one. */
export function canonicalRule(rule: AlertRule | RecordingRule): AlertRule | RecordingRule {
  const { labels, expr } = rule;
  if (!isAlertRule(rule)) return { record: rule.record, expr, ...filled({ labels }) };
  const { alert, annotations } = rule;
  const [wait, keep] = [shortest(rule.for), shortest(rule.keep_firing_for)];
  return { alert, expr, ...filled({ for: wait, keep_firing_for: keep, labels, annotations }) };
}
