import type { LabelDomains } from './label.ts';
import { ContractedSelector, declare, type Family, type Literal, type MetricOptions, type NoLabels } from './metric.ts';

/** A gauge: goes up and down and can be read as it is. `N` is its name, `H` its help. */
export type Gauge<
  D extends LabelDomains = LabelDomains,
  U extends string = string,
  N extends string = string,
  H extends string = string,
  T extends string = string,
> = Family<'gauge', D, U, N, H, T>;

/** Declares a gauge. */
export function gauge<
  const N extends string,
  const U extends string,
  const H extends string,
  D extends LabelDomains = NoLabels,
  const T extends string = never,
>(name: Literal<N>, options: MetricOptions<D, U, H, T>): Family<'gauge', D, U, N, H, T>;
export function gauge(name: string, options: MetricOptions): object {
  return new ContractedSelector(declare('gauge', name, options));
}
