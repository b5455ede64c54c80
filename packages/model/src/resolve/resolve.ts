import type { Diagnostic } from '../diagnostic.ts';
import type { Environment } from '../environment.ts';
import { isDashboardV1, isDashboardV2 } from '../kinds/dashboard/spec.ts';
import { isPrometheusRule } from '../kinds/prometheus-rule/spec.ts';
import type { Resource } from '../resource.ts';
import { mainDashboards, withDashboardUrl } from './dashboard-url.ts';
import { datasourceNames } from './datasource-names.ts';
import { resolveV1Datasources } from './datasources-v1.ts';
import { resolveV2Datasources } from './datasources-v2.ts';
import { derivedFolders } from './folders.ts';
import { withEnvironmentLabels } from './labels.ts';

/** The resources as one environment gets them, and what could not be resolved. */
export interface Resolved {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes environment-neutral resources concrete for one environment: logical datasource names become uids, rules get the
 * environment's labels, alerts the address of their service's dashboard, and folders that dashboards only name are derived.
 * Pure; resources keep their order, derived folders come last, sorted by name.
 */
export function resolve(resources: readonly Resource[], environment: Environment): Resolved {
  const diagnostics: Diagnostic[] = [];
  const names = datasourceNames(environment);
  const dashboards = mainDashboards(resources, environment);
  const resolved = resources.map((resource): Resource => {
    if (isDashboardV2(resource)) return resolveV2Datasources(resource, names, diagnostics);
    if (isDashboardV1(resource)) return resolveV1Datasources(resource, names);
    if (isPrometheusRule(resource))
      return withDashboardUrl(withEnvironmentLabels(resource, environment.labels), dashboards);
    return resource;
  });
  return { resources: [...resolved, ...derivedFolders(resources)], diagnostics };
}
