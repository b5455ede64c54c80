// Metrics and queries.
export * from './metrics/label.ts';
export type { Declared, Literal, MetricOptions } from './metrics/metric.ts';
export { counter, type Counter } from './metrics/counter.ts';
export { gauge, type Gauge } from './metrics/gauge.ts';
export { histogram, type Histogram, type HistogramSeries } from './metrics/histogram.ts';
export { nativeHistogram, type NativeHistogram, type NativeHistogramSeries } from './metrics/native-histogram.ts';
export { summary, type Summary, type SummarySeries } from './metrics/summary.ts';
export { info, type Info } from './metrics/info.ts';
export * from './query/matcher.ts';
export * from './query/quantity.ts';
export {
  rate,
  irate,
  increase,
  resets,
  changes,
  delta,
  idelta,
  deriv,
  predictLinear,
  doubleExponentialSmoothing,
} from './query/rate.ts';
export * from './query/over-time.ts';
export * from './query/aggregate.ts';
export * from './query/absent.ts';
export * from './query/histogram.ts';
export * from './query/time.ts';
export type { Readable } from './query/readable.ts';
export { AUTO_WINDOW } from './query/vector.ts';
export type {
  Instant,
  Kind,
  KindOf,
  Labels,
  LabelsOf,
  Match,
  Matchers,
  Operand,
  Range,
  Scalar,
  Selector,
  Typed,
  UnitOf,
  Vector,
  Window,
} from './query/vector.ts';

// Dashboards.
export { dashboard, type DashboardOptions } from './dashboards/dashboard.ts';
export { folder, type FolderOptions } from './dashboards/folder.ts';
export { row, type Row, type RowOptions } from './dashboards/layout/row.ts';
export { tab, type Tab, type TabOptions } from './dashboards/layout/tab.ts';
export { hero, major, minor, at, type GridPosition } from './dashboards/layout/size.ts';
export type { Content } from './dashboards/layout/layout.ts';
export {
  query,
  type PrometheusOptions,
  type PrometheusQuery,
  type DataSourceQuery,
} from './dashboards/queries/query.ts';
export type { AnyQuery, QueryBuilder } from './dashboards/queries/sdk.ts';
export type { LegendText } from './dashboards/queries/legend.ts';
export { panel, type Panel, type PanelOptions } from './dashboards/panels/panel.ts';
export { timeseries, type TimeseriesOptions } from './dashboards/panels/timeseries.ts';
export { stat, type StatOptions } from './dashboards/panels/stat.ts';
export { thresholds, type ThresholdOptions } from './dashboards/panels/thresholds.ts';
export { byName, byRegexp, byRefId, type OverrideChanges } from './dashboards/panels/override.ts';
export type { Colour, Meaning } from './dashboards/panels/colour.ts';
export type { Variable } from './dashboards/variables/variable.ts';
