import type { Dashboard as DashboardSpec } from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { Resource } from '../resource.ts';

export type { DashboardSpec };

/** A dashboard in Grafana's v2 shape. Its folder is the `grafana.app/folder` annotation. */
export type DashboardResource = Resource<DashboardSpec> & { readonly kind: 'Dashboard' };

export const DASHBOARD_API_VERSION = 'dashboard.grafana.app/v2';
