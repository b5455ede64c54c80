import type { DashboardSpec, Resource } from '@binnacle/model';

export type { DashboardSpec };
export type LayoutSpec = DashboardSpec['layout'];
export type GridSpec = Extract<LayoutSpec, { readonly kind: 'GridLayout' }>['spec'];
export type AutoGridSpec = Extract<LayoutSpec, { readonly kind: 'AutoGridLayout' }>['spec'];
export type RowsSpec = Extract<LayoutSpec, { readonly kind: 'RowsLayout' }>['spec'];
export type TabsSpec = Extract<LayoutSpec, { readonly kind: 'TabsLayout' }>['spec'];
export type ElementSpec = DashboardSpec['elements'][string];
export type PanelSpec = Extract<ElementSpec, { readonly kind: 'Panel' }>['spec'];
export type VariableSpec = DashboardSpec['variables'][number];
export type AnnotationSpec = DashboardSpec['annotations'][number];
export type DataQuerySpec = AnnotationSpec['spec']['query'];
export type LinkSpec = DashboardSpec['links'][number];

/** The variable of a kind: `Variable<'QueryVariable'>`. */
export type Variable<Kind extends VariableSpec['kind']> = Extract<VariableSpec, { readonly kind: Kind }>;

/** True for a dashboard in Grafana's v2 shape, whichever of its versions. */
export function isV2(resource: Resource): resource is Resource<DashboardSpec> {
  return resource.kind === 'Dashboard' && resource.apiVersion.startsWith('dashboard.grafana.app/v2');
}
