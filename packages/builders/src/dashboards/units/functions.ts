/**
 * What a function does to the unit of its vector: keeps it (`same`), divides it by seconds (`rate`), or gives values of
 * its own. `observed` is what the observations behind buckets are measured in.
 */
export type UnitOfCall = 'same' | 'rate' | 'observed' | { readonly unit: string };

const COUNT = { unit: 'count' } as const;
const SECONDS = { unit: 'seconds' } as const;

/** PromQL function → unit of its result. Functions that are not here give an unknown unit. */
export const CALL_UNITS: Readonly<Record<string, UnitOfCall>> = {
  rate: 'rate',
  irate: 'rate',
  deriv: 'rate',
  increase: 'same',
  delta: 'same',
  idelta: 'same',
  predict_linear: 'same',
  double_exponential_smoothing: 'same',
  holt_winters: 'same',
  avg_over_time: 'same',
  min_over_time: 'same',
  max_over_time: 'same',
  sum_over_time: 'same',
  last_over_time: 'same',
  first_over_time: 'same',
  quantile_over_time: 'same',
  stddev_over_time: 'same',
  mad_over_time: 'same',
  count_over_time: COUNT,
  present_over_time: { unit: 'bool' },
  absent: { unit: 'bool' },
  absent_over_time: { unit: 'bool' },
  resets: COUNT,
  changes: COUNT,
  abs: 'same',
  ceil: 'same',
  floor: 'same',
  round: 'same',
  clamp: 'same',
  clamp_min: 'same',
  clamp_max: 'same',
  sort: 'same',
  sort_desc: 'same',
  sort_by_label: 'same',
  sort_by_label_desc: 'same',
  label_replace: 'same',
  label_join: 'same',
  info: 'same',
  scalar: 'same',
  vector: 'same',
  histogram_quantile: 'observed',
  histogram_quantiles: 'observed',
  histogram_avg: 'observed',
  histogram_stddev: 'observed',
  histogram_sum: 'same',
  histogram_count: { unit: 'observations/second' },
  histogram_fraction: { unit: 'ratio' },
  time: SECONDS,
  timestamp: SECONDS,
};

/** Functions whose result is never below zero. */
export const NEVER_NEGATIVE: ReadonlySet<string> = new Set([
  'rate',
  'irate',
  'increase',
  'count_over_time',
  'present_over_time',
  'absent',
  'absent_over_time',
  'resets',
  'changes',
  'abs',
  'histogram_count',
  'histogram_fraction',
]);
