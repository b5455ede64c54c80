// Metrics and queries.
export * from './metrics/label.ts';
export type { Declared, Family, Literal, MetricOptions, NoLabels } from './metrics/metric.ts';
export { counter, type Counter } from './metrics/counter.ts';
export { gauge, type Gauge } from './metrics/gauge.ts';
export { histogram, type Histogram } from './metrics/histogram.ts';
export { nativeHistogram, type NativeHistogram } from './metrics/native-histogram.ts';
export { summary, type Summary } from './metrics/summary.ts';
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
export * from './query/math.ts';
export * from './query/trigonometry.ts';
export * from './query/label.ts';
export * from './query/sort.ts';
export * from './query/scalar.ts';
export { withInfo } from './query/info.ts';
export { promql, type Interpolated } from './query/promql.ts';
export type { Readable } from './query/readable.ts';
export { AUTO_WINDOW } from './query/vector.ts';
export type {
  Instant,
  Kind,
  KindOf,
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
export type { GridPosition } from '@binnacle/model';
export { hero, major, minor, at } from './dashboards/layout/size.ts';
export type { Content } from './dashboards/layout/layout.ts';
export {
  query,
  type PrometheusOptions,
  type PrometheusQuery,
  type DataSourceQuery,
} from './dashboards/queries/query.ts';
export type { AnyQuery, QueryBuilder } from './dashboards/queries/sdk.ts';
export type { LegendText } from './dashboards/queries/legend.ts';
export { loki, type LokiOptions } from './dashboards/queries/loki.ts';
export { tempo, type TempoOptions } from './dashboards/queries/tempo.ts';
export { pyroscope, type PyroscopeOptions } from './dashboards/queries/pyroscope.ts';
export { cloudwatch, type CloudWatchOptions } from './dashboards/queries/cloudwatch.ts';
export { mysql, postgres, type SqlOptions } from './dashboards/queries/sql.ts';
export { staticTable } from './dashboards/queries/static-table.ts';
export { panel, type Panel, type PanelOptions, type VisualisationBuilder } from './dashboards/panels/panel.ts';
export { alertlist, type AlertListOptions } from './dashboards/panels/alertlist.ts';
export { annotationslist, type AnnotationsListOptions } from './dashboards/panels/annotationslist.ts';
export { barchart, type BarChartOptions } from './dashboards/panels/barchart.ts';
export { bargauge, type BarGaugeOptions } from './dashboards/panels/bargauge.ts';
export { candlestick, type CandlestickOptions } from './dashboards/panels/candlestick.ts';
export { canvas, type CanvasOptions } from './dashboards/panels/canvas.ts';
export { dashboardlist, type DashboardListOptions } from './dashboards/panels/dashboardlist.ts';
export { datagrid } from './dashboards/panels/datagrid.ts';
export { flamegraph } from './dashboards/panels/flamegraph.ts';
export { gaugePanel, type GaugePanelOptions } from './dashboards/panels/gauge.ts';
export { geomap, type GeomapOptions } from './dashboards/panels/geomap.ts';
export { heatmap, type HeatmapOptions } from './dashboards/panels/heatmap.ts';
export { histogramPanel, type HistogramPanelOptions } from './dashboards/panels/histogram.ts';
export { logs, type LogsOptions } from './dashboards/panels/logs.ts';
export { news, type NewsOptions } from './dashboards/panels/news.ts';
export { nodeGraph, type NodeGraphOptions } from './dashboards/panels/nodegraph.ts';
export { piechart, type PieChartOptions } from './dashboards/panels/piechart.ts';
export { stat, type StatOptions } from './dashboards/panels/stat.ts';
export { statetimeline, type StateTimelineOptions } from './dashboards/panels/statetimeline.ts';
export { statushistory, type StatusHistoryOptions } from './dashboards/panels/statushistory.ts';
export { table, type TableOptions } from './dashboards/panels/table.ts';
export { text, type TextOptions } from './dashboards/panels/text.ts';
export { timeseries, type TimeseriesOptions } from './dashboards/panels/timeseries.ts';
export { traces } from './dashboards/panels/traces.ts';
export { trend, type TrendOptions } from './dashboards/panels/trend.ts';
export { xychart, type XyChartOptions } from './dashboards/panels/xychart.ts';
export { thresholds, type ThresholdOptions } from './dashboards/panels/thresholds.ts';
export { mappings, upOrDown } from './dashboards/panels/mappings.ts';
export { byName, byRegexp, byRefId, type OverrideChanges } from './dashboards/panels/override.ts';
export type { Colour, Meaning } from './dashboards/panels/colour.ts';
export type { Variable, VariableOptions } from './dashboards/variables/variable.ts';
export { variable, type ChoiceOptions } from './dashboards/variables/label-values.ts';
export { environmentVariable, instanceVariable } from './dashboards/variables/well-known.ts';
export { adhocVariable, type AdhocOptions } from './dashboards/variables/adhoc.ts';
export { constantVariable } from './dashboards/variables/constant.ts';
export { customVariable, type CustomOptions } from './dashboards/variables/custom.ts';
export { groupByVariable, type GroupByOptions } from './dashboards/variables/group-by.ts';
export { intervalVariable } from './dashboards/variables/interval.ts';
export { queryVariable } from './dashboards/variables/query.ts';
export { switchVariable, type SwitchOptions } from './dashboards/variables/switch.ts';
export { textVariable, type TextVariableOptions } from './dashboards/variables/textbox.ts';
export { annotation, type Annotation, type AnnotationOptions } from './dashboards/annotations/annotation.ts';
export { deploys, type DeploysOptions } from './dashboards/annotations/deploys.ts';
export type { Link as DashboardLink } from './dashboards/links/link.ts';
export { explore } from './dashboards/links/explore.ts';
export { logsDrilldown, metricsDrilldown, profilesDrilldown, tracesDrilldown } from './dashboards/links/drilldown.ts';
export { red, type RedSignals, type SignalOptions } from './dashboards/signals/red.ts';
export { use, type UseSignals } from './dashboards/signals/use.ts';
export { goldenSignals, type GoldenSignals } from './dashboards/signals/golden-signals.ts';

// Services, archetypes and rules.
export { defineConfig, type Config, type EnvironmentConfig } from '@binnacle/model';
export {
  service,
  type AnyService,
  type Metrics,
  type NoMetrics,
  type NoParts,
  type Service,
  type ServiceOptions,
} from './service/service.ts';
export { team, type Team, type TeamOptions } from './service/team.ts';
export type { Links } from './service/links.ts';
export type { Archetype, Part, PartRowOptions, PartsOf, Place } from './service/part.ts';
export type { PartOptions, Series, Timing } from './service/roles.ts';
export * from './archetypes/archetypes.ts';
export type { RequestRuleOptions } from './archetypes/signals/requests.ts';
export { rules, type RulesOptions } from './rules/rules.ts';
export { group, type Group, type GroupOptions, type Rule } from './rules/group.ts';
export { alert, type Alert, type AlertOptions, type AlertSeverity } from './rules/alert.ts';
export { record, type RecordedVector, type RecordOptions } from './rules/record.ts';
export type { Template, TemplateValue, Text } from './rules/template.ts';
export {
  healthCheck,
  type HealthCheckDetails,
  type HealthCheckOptions,
  type HealthCheckTiming,
} from './health-checks/health-check.ts';
export { slo, type CounterSeries, type SloEvents, type SloOptions } from './slo/slo.ts';
