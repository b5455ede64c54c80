import type { MetricSpec, Origin } from '@binnacle/model';
import { aggregation } from '../query/aggregate.ts';
import { vector } from '../query/expression.ts';
import { rangeCall } from '../query/windowed.ts';
import type { Matchers, Selector, Vector } from '../query/vector.ts';
import { boundValue } from './bound.ts';
import type { LabelDomains } from './label.ts';
import {
  declare,
  series,
  type Declared,
  type Literal,
  type MetricOptions,
  type NoLabels,
  type SeriesMatchers,
} from './metric.ts';
import type { AverageReadings, Reading } from './reading.ts';

/** A summary. Its quantiles cannot be aggregated; `sum` and `count` can. `N` is its name, `H` its help. */
export interface Summary<
  in D extends LabelDomains = never,
  out U extends string = string,
  out N extends string = string,
  out H extends string = string,
  out T extends string = string,
  out C extends string = string,
  in Q extends number = never,
>
  extends AverageReadings, Declared {
  readonly '~named'?: readonly [name: N, help: H];
  readonly '~labels': (keyof D & string) | 'job' | 'instance' | T;
  readonly '~observed': U;
  readonly '~counted': C;
  /** Precomputed quantiles, told apart by `quantile`. */
  readonly quantiles: Selector<
    (keyof D & string) | 'job' | 'instance' | T | 'quantile',
    U,
    'gauge',
    SeriesMatchers<D, T | 'quantile'>
  >;
  /** Sum of the observations. */
  readonly sum: Selector<(keyof D & string) | 'job' | 'instance' | T, U, 'counter', SeriesMatchers<D, T>>;
  /** Number of observations. */
  readonly count: Selector<(keyof D & string) | 'job' | 'instance' | T, C, 'counter', SeriesMatchers<D, T>>;
  /** The same summary, fewer series. */
  where(matchers: SeriesMatchers<D, T>): this;
  /** The precomputed quantile `q` of each series. */
  quantile(
    q: Q,
  ): Selector<(keyof D & string) | 'job' | 'instance' | T | 'quantile', U, 'gauge', SeriesMatchers<D, T | 'quantile'>>;
}

/** Declares a summary; the name has no `_sum` or `_count`. */
export function summary<
  const N extends string,
  const U extends string,
  const H extends string,
  D extends LabelDomains = NoLabels,
  const T extends string = never,
  const C extends string = 'observations',
  const Q extends number = never,
>(
  name: Literal<N>,
  options: MetricOptions<D, U, H, T> & {
    /** What one observation is, plural: `requests`. */
    readonly counts?: C;
    /** The quantiles the client computes, 0–1. */
    readonly quantiles?: readonly Q[];
  },
): Summary<D, U, N, H, T, C, Q>;
export function summary(name: string, options: MetricOptions & { readonly quantiles?: readonly number[] }): object {
  return new SummaryFamilies(declare('summary', name, options), {
    quantiles: series(name),
    sum: series(`${name}_sum`),
    count: series(`${name}_count`),
  });
}

interface Families {
  readonly quantiles: Selector;
  readonly sum: Selector;
  readonly count: Selector;
}

class SummaryFamilies implements Declared {
  readonly spec: MetricSpec;
  declare readonly origin?: Origin;
  readonly quantiles: Selector;
  readonly sum: Selector;
  readonly count: Selector;

  constructor({ spec, origin }: Declared, { quantiles, sum, count }: Families) {
    this.spec = spec;
    if (origin !== undefined) this.origin = origin;
    this.quantiles = quantiles;
    this.sum = sum;
    this.count = count;
  }

  where(matchers: Matchers) {
    return new SummaryFamilies(this, {
      quantiles: this.quantiles.where(matchers),
      sum: this.sum.where(matchers),
      count: this.count.where(matchers),
    });
  }

  quantile(q: number) {
    return this.quantiles.where({ quantile: boundValue(q) });
  }

  mean(reading: Reading = {}) {
    return rateSum(this.sum, reading).div(rateSum(this.count, reading));
  }

  rate(reading: Reading = {}) {
    return rateSum(this.count, reading);
  }
}

function rateSum(counter: Selector, reading: Reading): Vector<string, string, 'gauge'> {
  return vector(aggregation('sum', { expr: rangeCall('rate', counter, reading.window) }, reading));
}
