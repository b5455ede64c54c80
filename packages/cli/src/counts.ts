import { isAlertRule, type PrometheusRuleSpec, type Resource } from '@binnacle/model';
import type { Counts } from './report.ts';

/** Counts what resources hold; a malformed rule resource counts as nothing. */
export function countsOf(resources: readonly Resource[]): Counts {
  const counts = { dashboards: 0, alerts: 0, records: 0, services: 0 };
  for (const { kind, spec } of resources) {
    if (kind === 'Dashboard') counts.dashboards++;
    else if (kind === 'Service') counts.services++;
    else if (kind === 'PrometheusRule') {
      const { groups } = spec as Partial<PrometheusRuleSpec>;
      for (const group of Array.isArray(groups) ? (groups as PrometheusRuleSpec['groups']) : []) {
        for (const rule of Array.isArray(group?.rules) ? group.rules : []) {
          if (isAlertRule(rule)) counts.alerts++;
          else counts.records++;
        }
      }
    }
  }
  return counts;
}
