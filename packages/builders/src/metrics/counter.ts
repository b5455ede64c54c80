import type { LabelDomains, LabelValues } from './label.ts';
import { declare, series, type Literal, type Metric, type MetricOptions, type TargetLabels } from './metric.ts';

/** A counter: only grows, so it is read through `rate` or `increase`. */
export type Counter<D extends LabelDomains = LabelDomains, U extends string = string> = Metric<
  LabelValues<D> & TargetLabels,
  U,
  'counter'
>;

/** Declares a counter; the name ends in `_total`. */
export function counter<const N extends string, const U extends string, const D extends LabelDomains = NoLabels>(
  name: Literal<N>,
  options: MetricOptions<D, U>,
): Counter<D, U> {
  return Object.assign(series<LabelValues<D> & TargetLabels, U, 'counter'>(name), declare('counter', name, options));
}

export type NoLabels = Readonly<Record<never, never>>;
