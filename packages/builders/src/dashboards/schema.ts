import type * as v2 from '@grafana/grafana-foundation-sdk/dashboardv2';

type Method = (...args: never[]) => unknown;

/** A type of Grafana's SDK as the JSON it stands for: enum members are written as their strings, methods are left out. */
export type Plain<T> = 0 extends 1 & T
  ? unknown
  : T extends string
    ? `${T}`
    : T extends number | boolean | null | undefined
      ? T
      : T extends readonly (infer Item)[]
        ? readonly Plain<Item>[]
        : { readonly [Key in keyof T as T[Key] extends Method ? never : Key]: Plain<T[Key]> };

/** Any part of a plain object, at any depth; arrays are given whole. */
export type Partially<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [Key in keyof T]?: Partially<T[Key]> | undefined }
    : T;

export type Element = Plain<v2.PanelKind>;
export type DataQuery = Plain<v2.DataQueryKind>;
export type Transformation = Plain<v2.TransformationKind>;
export type QueryOptions = Plain<v2.QueryOptionsSpec>;
export type FieldConfig = Plain<v2.FieldConfig>;
export type FieldOverride = Plain<v2.FieldConfigSource['overrides'][number]>;
export type FieldColor = Plain<v2.FieldColor>;
export type ThresholdsConfig = Plain<v2.ThresholdsConfig>;
export type ValueMapping = Plain<v2.ValueMapping>;
export type DataLink = Plain<v2.DataLink>;
export type GridItem = Plain<v2.GridLayoutItemKind>;
export type GridLayout = Plain<v2.GridLayoutKind>;
export type AutoGridLayout = Plain<v2.AutoGridLayoutKind>;
export type RowsLayout = Plain<v2.RowsLayoutKind>;
export type TabsLayout = Plain<v2.TabsLayoutKind>;
export type RowKind = Plain<v2.RowsLayoutRowKind>;
export type TabKind = Plain<v2.TabsLayoutTabKind>;
export type AnnotationQuery = Plain<v2.AnnotationQueryKind>;
export type DashboardLink = Plain<v2.DashboardLink>;
export type TimeSettings = Plain<v2.TimeSettingsSpec>;
