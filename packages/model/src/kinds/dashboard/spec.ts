import type { Dashboard as DashboardV1Spec } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Dashboard as DashboardSpec } from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { Resource } from '../../resource.ts';

export type { DashboardSpec, DashboardV1Spec };

/** A dashboard in Grafana's v2 shape. Its folder is the `grafana.app/folder` annotation. */
export type DashboardResource = Resource<DashboardSpec> & { readonly kind: 'Dashboard' };

/** A dashboard in Grafana's classic shape (schemaVersion 42), hand-written or exported. */
export type DashboardV1Resource = Resource<DashboardV1Spec> & { readonly kind: 'Dashboard' };

export const DASHBOARD_API_VERSION = 'dashboard.grafana.app/v2';
/** Versions of the API that carry the classic shape: Grafana 13 and Grafana 12. */
export const DASHBOARD_V1_API_VERSIONS: readonly string[] = [
  'dashboard.grafana.app/v1',
  'dashboard.grafana.app/v1beta1',
];

/** Title of the folder a dashboard lives in; a folder nobody declares is derived from it. */
export const FOLDER_TITLE_ANNOTATION = 'binnacle.dev/folder-title';
/** `'true'` on the one dashboard of a service that its alerts link to. */
export const MAIN_DASHBOARD_ANNOTATION = 'binnacle.dev/main';

/** True for a dashboard resource in the v2 shape. */
export function isDashboardV2(resource: Resource): resource is DashboardResource {
  return resource.kind === 'Dashboard' && resource.apiVersion === DASHBOARD_API_VERSION;
}

/** True for a dashboard resource in the classic shape. */
export function isDashboardV1(resource: Resource): resource is DashboardV1Resource {
  return resource.kind === 'Dashboard' && DASHBOARD_V1_API_VERSIONS.includes(resource.apiVersion);
}
