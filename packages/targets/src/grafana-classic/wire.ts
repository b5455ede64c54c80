import type { Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type * as v1 from '@grafana/grafana-foundation-sdk/dashboard';
import type * as v2 from '@grafana/grafana-foundation-sdk/dashboardv2';

/** An SDK type as it stands in JSON: enum members are their values, queries are plain objects, nothing is mutable. */
export type Wire<T> = 0 extends 1 & T
  ? unknown
  : T extends string
    ? `${T}`
    : T extends number
      ? number extends T
        ? number
        : `${T}` extends `${infer N extends number}`
          ? N
          : never
      : T extends Dataquery
        ? Readonly<Record<string, unknown>>
        : T extends readonly (infer Item)[]
          ? readonly Wire<Item>[]
          : T extends object
            ? { readonly [K in keyof T]: Wire<T[K]> }
            : T;

/** The v2 side: what a dashboard resource's spec is made of. */
export type Dashboard = Wire<v2.Dashboard>;
export type Layout = Dashboard['layout'];
export type Element = Wire<v2.Element>;
export type Panel = Wire<v2.PanelSpec>;
export type Query = Wire<v2.DataQueryKind>;
export type Variable = Wire<v2.VariableKind>;
export type VariableOption = Wire<v2.VariableOption>;
export type Annotation = Wire<v2.AnnotationQuerySpec>;
export type FieldConfig = Wire<v2.FieldConfig>;
export type Overrides = Wire<v2.FieldConfigSource>['overrides'];
export type Condition = Wire<v2.ConditionalRenderingGroupKind>;

/** An SDK type as JSON; its enums are their values once they are data. */
export function wire<T>(value: T): Wire<T>;
export function wire(value: unknown): unknown {
  return value;
}

/*
 * The v1 side: the classic dashboard, schemaVersion 42, with the SDK's types widened where they are narrower than what
 * Grafana reads and writes: data links are {title, url, targetBlank, …}, fields have a nullValueMode, an annotation mapping's source is any text, and
 * ad hoc filters and group-by have members of their own.
 */
export type ClassicFieldConfig = Omit<Wire<v1.FieldConfig>, 'links'> & Pick<FieldConfig, 'links' | 'nullValueMode'>;
export type ClassicOverrides = Wire<v1.FieldConfigSource>['overrides'];
export type ClassicPanel = Omit<Wire<v1.Panel>, 'fieldConfig'> & {
  readonly fieldConfig?: { readonly defaults: ClassicFieldConfig; readonly overrides: ClassicOverrides };
};
export type ClassicRow = Omit<Wire<v1.RowPanel>, 'panels'> & { readonly panels: readonly ClassicPanel[] };
export type ClassicAnnotation = Omit<Wire<v1.AnnotationQuery>, 'mappings'> & Pick<Annotation, 'mappings'>;
export type ClassicVariable = Wire<v1.VariableModel> & {
  readonly baseFilters?: readonly unknown[];
  readonly filters?: readonly unknown[];
  readonly defaultKeys?: readonly unknown[];
  readonly defaultValue?: VariableOption;
};
export type ClassicDashboard = Omit<Wire<v1.Dashboard>, 'panels' | 'templating' | 'annotations'> & {
  readonly panels: readonly (ClassicPanel | ClassicRow)[];
  readonly templating: { readonly list: readonly ClassicVariable[] };
  readonly annotations: { readonly list: readonly ClassicAnnotation[] };
};
export type DatasourceRef = Wire<v1.DataSourceRef>;
export type GridPos = Wire<v1.GridPos>;
