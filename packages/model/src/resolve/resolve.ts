import type { Diagnostic } from '../diagnostic.ts';
import type { Environment } from '../environment.ts';
import { isDashboardV1, isDashboardV2 } from '../kinds/dashboard/spec.ts';
import type { FolderResource } from '../kinds/folder/spec.ts';
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

/** Resolution for one environment, resource by resource. */
export interface Resolver {
  /** One of the resources made concrete, and what of it could not be resolved. */
  readonly resolved: (resource: Resource) => {
    readonly resource: Resource;
    readonly diagnostics: readonly Diagnostic[];
  };
  /** Folders that dashboards name and nobody declares, sorted by name. */
  readonly derived: readonly FolderResource[];
  /** Plain data: what `resolved` depends on besides its resource and the environment. */
  readonly context: unknown;
}

/**
 * Makes environment-neutral resources concrete for one environment: logical datasource names become uids, rules get the
 * environment's labels, alerts the address of their service's dashboard, and folders that dashboards only name are derived.
 * Pure. One at a time, as all of them together are as large again as the definitions.
 */
export function resolver(resources: readonly Resource[], environment: Environment): Resolver {
  const names = datasourceNames(environment);
  const dashboards = mainDashboards(resources, environment);

  function concrete(resource: Resource, diagnostics: Diagnostic[]): Resource {
    if (isDashboardV2(resource)) return resolveV2Datasources(resource, names, diagnostics);
    if (isDashboardV1(resource)) return resolveV1Datasources(resource, names);
    if (!isPrometheusRule(resource)) return resource;
    return withDashboardUrl(withEnvironmentLabels(resource, environment.labels), dashboards);
  }
  return {
    resolved(resource) {
      const diagnostics: Diagnostic[] = [];
      return { resource: concrete(resource, diagnostics), diagnostics };
    },
    derived: derivedFolders(resources),
    context: [...dashboards],
  };
}

/** Every resource as one environment gets it: they keep their order, derived folders come last. */
export function resolve(resources: readonly Resource[], environment: Environment): Resolved {
  const { resolved, derived } = resolver(resources, environment);
  const made = resources.map(resolved);
  return {
    resources: [...made.map(({ resource }) => resource), ...derived],
    diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
  };
}
