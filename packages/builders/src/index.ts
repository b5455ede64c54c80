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
export type { Readable } from './query/readable.ts';
export { AUTO_WINDOW } from './query/vector.ts';
export type {
  Vector,
  Instant,
  Selector,
  Scalar,
  Range,
  Window,
  Match,
  Matchers,
  Kind,
  Operand,
  LabelsOf,
  UnitOf,
  KindOf,
} from './query/vector.ts';
