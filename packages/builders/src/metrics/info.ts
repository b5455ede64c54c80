import type { LabelDomains } from './label.ts';
import { ContractedSelector, declare, type Family, type Literal, type MetricOptions } from './metric.ts';

/**
 * An info metric: always 1, its labels are what it says. Multiplying by it with `groupLeft` adds them to another
 * vector and leaves the unit alone.
 */
export type Info<
  D extends LabelDomains = LabelDomains,
  N extends string = string,
  H extends string = string,
  T extends string = string,
> = Family<'gauge', D, 'ratio', N, H, T>;

/** Declares an info metric; the name ends in `_info`. */
export function info<
  const N extends string,
  const H extends string,
  D extends LabelDomains,
  const T extends string = never,
>(
  name: Literal<N>,
  options: Omit<MetricOptions<D, string, H, T>, 'unit'> & { readonly labels: D },
): Family<'gauge', D, 'ratio', N, H, T>;
export function info(name: string, options: Omit<MetricOptions, 'unit'>): object {
  return new ContractedSelector(declare('info', name, { ...options, unit: 'info' }));
}
