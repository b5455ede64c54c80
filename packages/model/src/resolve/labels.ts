import type { PrometheusRuleResource } from '../kinds/prometheus-rule/spec.ts';

/** The rules with the environment's labels added to each; a label a rule sets itself stays. */
export function withEnvironmentLabels(
  resource: PrometheusRuleResource,
  labels: Readonly<Record<string, string>>,
): PrometheusRuleResource {
  if (Object.keys(labels).length === 0) return resource;
  const groups = resource.spec.groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => ({ ...rule, labels: { ...labels, ...rule.labels } })),
  }));
  return { ...resource, spec: { ...resource.spec, groups } };
}
