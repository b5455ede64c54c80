import { isAlertRule, isPrometheusRule, type Resource } from '@binnacle/model';
import type { Counts } from './report.ts';

function listOf<T>(value: readonly T[] | undefined): readonly T[] {
  return typeof value === 'object' && Symbol.iterator in value ? value : [];
}

/** Counts what resources hold; a malformed rule resource counts for what can be read of it. */
export function countsOf(resources: readonly Resource[]): Counts {
  const counts = { dashboards: 0, alerts: 0, records: 0, services: 0 };
  let healthChecks = 0;
  let objectives = 0;
  for (const resource of resources) {
    if (resource.kind === 'Dashboard') counts.dashboards++;
    else if (resource.kind === 'Service') counts.services++;
    else if (resource.kind === 'HealthCheck') healthChecks++;
    else if (resource.kind === 'ServiceLevelObjective') objectives++;
    else if (isPrometheusRule(resource)) {
      const rules = listOf(resource.spec.groups).flatMap((group) => listOf(group?.rules));
      const alerts = rules.filter((rule) => typeof rule === 'object' && rule !== null && isAlertRule(rule)).length;
      counts.alerts += alerts;
      counts.records += rules.length - alerts;
    }
  }
  return { ...counts, ...(healthChecks > 0 && { healthChecks }), ...(objectives > 0 && { objectives }) };
}
