import type { MetricSpec, Origin } from '@binnacle/model';
import type { VectorSelector } from '@binnacle/promql';
import type { Matchers, Selectable, Selector } from '../query/vector.ts';
import type { LabelDomains } from './label.ts';
import { declare, series, type Literal, type MetricOptions, type NoLabels, type SeriesLabels } from './metric.ts';

/** A gauge: goes up and down and can be read as it is. `N` is its name, `H` its help. */
export interface Gauge<
  D extends LabelDomains = LabelDomains,
  U extends string = string,
  N extends string = string,
  H extends string = string,
  T extends string = string,
> extends Selectable {
  readonly type: 'vector';
  readonly expr: VectorSelector;
  readonly spec: MetricSpec;
  readonly origin?: Origin;
  readonly '~name'?: N;
  readonly '~help'?: H;
  readonly '~labels': (keyof D & string) | 'job' | 'instance' | T;
  readonly '~unit': U;
  readonly '~kind': 'gauge';
  where(matchers: Matchers<SeriesLabels<D, T>>): Selector<SeriesLabels<D, T>, U, 'gauge'>;
}

/** Declares a gauge. */
export function gauge<
  const N extends string,
  const U extends string,
  const H extends string,
  const D extends LabelDomains = NoLabels,
  const T extends string = never,
>(name: Literal<N>, options: MetricOptions<D, U, H, T>): Gauge<D, U, N, H, T> {
  return Object.assign(series<SeriesLabels<D, T>, U, 'gauge'>(name), declare('gauge', name, options));
}
