import type { MetricSpec, Origin } from '@binnacle/model';
import type { VectorSelector } from '@binnacle/promql';
import type { Matchers, Selectable, Selector } from '../query/vector.ts';
import type { LabelDomains } from './label.ts';
import { declare, series, type Literal, type MetricOptions, type NoLabels, type SeriesLabels } from './metric.ts';

/** A counter: only grows, so it is read through `rate` or `increase`. `N` is its name, `H` its help. */
export interface Counter<
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
  readonly '~kind': 'counter';
  where(matchers: Matchers<SeriesLabels<D, T>>): Selector<SeriesLabels<D, T>, U, 'counter'>;
}

/** Declares a counter; the name ends in `_total`. */
export function counter<
  const N extends string,
  const U extends string,
  const H extends string,
  const D extends LabelDomains = NoLabels,
  const T extends string = never,
>(name: Literal<N>, options: MetricOptions<D, U, H, T>): Counter<D, U, N, H, T> {
  return Object.assign(series<SeriesLabels<D, T>, U, 'counter'>(name), declare('counter', name, options));
}
