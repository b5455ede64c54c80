import type { LabelDomains } from './label.ts';
import { ContractedSelector, declare, type Family, type Literal, type MetricOptions, type NoLabels } from './metric.ts';

/** A counter: only grows, so it is read through `rate` or `increase`. `N` is its name, `H` its help. */
export type Counter<
  D extends LabelDomains = LabelDomains,
  U extends string = string,
  N extends string = string,
  H extends string = string,
  T extends string = string,
> = Family<'counter', D, U, N, H, T>;

/** Declares a counter; the name ends in `_total`. */
export function counter<
  const N extends string,
  const U extends string,
  const H extends string,
  D extends LabelDomains = NoLabels,
  const T extends string = never,
>(name: Literal<N>, options: MetricOptions<D, U, H, T>): Family<'counter', D, U, N, H, T>;
export function counter(name: string, options: MetricOptions): object {
  return new ContractedSelector(declare('counter', name, options));
}
