import type { Environment } from '../environment.ts';
import { MAIN_DASHBOARD_ANNOTATION } from '../kinds/dashboard/spec.ts';
import { isAlertRule, type PrometheusRuleResource } from '../kinds/prometheus-rule/spec.ts';
import { SERVICE_LABEL, type Resource } from '../resource.ts';

/** Service name → address of the dashboard its alerts link to. */
export type MainDashboards = ReadonlyMap<string, string>;

function isMain(dashboard: Resource): boolean {
  return dashboard.metadata.annotations?.[MAIN_DASHBOARD_ANNOTATION] === 'true';
}

/** Each service's main dashboard: the one marked so, else the first by name. Empty when the environment's Grafana has no address. */
export function mainDashboards(resources: readonly Resource[], environment: Environment): MainDashboards {
  const url = environment.grafana?.url;
  const main = new Map<string, Resource>();
  for (const resource of resources) {
    const service = resource.metadata.labels?.[SERVICE_LABEL];
    if (url === undefined || resource.kind !== 'Dashboard' || service === undefined) continue;
    const known = main.get(service);
    const isBetter =
      known === undefined ||
      (isMain(resource) === isMain(known) ? resource.metadata.name < known.metadata.name : isMain(resource));
    if (isBetter) main.set(service, resource);
  }
  return new Map([...main].map(([service, { metadata }]) => [service, `${url}/d/${metadata.name}`]));
}

/** The rules whose alerts link to their service's dashboard (annotation `dashboard_url`), unless an alert links somewhere itself. */
export function withDashboardUrl(resource: PrometheusRuleResource, dashboards: MainDashboards): PrometheusRuleResource {
  const service = resource.metadata.labels?.[SERVICE_LABEL];
  const url = service === undefined ? undefined : dashboards.get(service);
  if (url === undefined) return resource;
  const groups = resource.spec.groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) =>
      isAlertRule(rule) ? { ...rule, annotations: { dashboard_url: url, ...rule.annotations } } : rule,
    ),
  }));
  return { ...resource, spec: { ...resource.spec, groups } };
}
