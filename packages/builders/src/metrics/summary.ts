import { aggregation } from '../query/aggregate.ts';
import { vector } from '../query/expression.ts';
import { rangeCall } from '../query/windowed.ts';
import type { Labels, Matchers, Selector, Vector } from '../query/vector.ts';
import { boundValue } from './bound.ts';
import type { LabelDomains } from './label.ts';
import {
  declare,
  series,
  type Declared,
  type Literal,
  type MetricOptions,
  type NoLabels,
  type SeriesLabels,
  type SeriesMatchers,
} from './metric.ts';
import type { AverageReadings, Reading } from './reading.ts';

/** The series families of a summary. Its quantiles cannot be aggregated; `sum` and `count` can. `C` is what is counted. */
export interface SummarySeries<
  in D extends Labels = never,
  out U extends string = string,
  out C extends string = string,
  in Q extends number = never,
> extends AverageReadings {
  readonly '~labels': keyof D & string;
  readonly '~observed': U;
  readonly '~counted': C;
  /** Precomputed quantiles, told apart by `quantile`. */
  readonly quantiles: Selector<D & { readonly quantile: string }, U, 'gauge'>;
  /** Sum of the observations. */
  readonly sum: Selector<D, U, 'counter'>;
  /** Number of observations. */
  readonly count: Selector<D, C, 'counter'>;
  /** The same summary, fewer series. */
  where(matchers: Matchers<D>): SummarySeries<D, U, C, Q>;
  /** The precomputed quantile `q` of each series. */
  quantile(q: Q): Selector<D & { readonly quantile: string }, U, 'gauge'>;
}

/** A summary. `N` is its name, `H` its help. */
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
  readonly quantiles: Selector<SeriesLabels<D, T | 'quantile'>, U, 'gauge'>;
  /** Sum of the observations. */
  readonly sum: Selector<SeriesLabels<D, T>, U, 'counter'>;
  /** Number of observations. */
  readonly count: Selector<SeriesLabels<D, T>, C, 'counter'>;
  /** The same summary, fewer series. */
  where(matchers: SeriesMatchers<D, T>): SummarySeries<SeriesLabels<D, T>, U, C, Q>;
  /** The precomputed quantile `q` of each series. */
  quantile(q: Q): Selector<SeriesLabels<D, T | 'quantile'>, U, 'gauge'>;
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
  return Object.assign(
    new SummaryFamilies({ quantiles: series(name), sum: series(`${name}_sum`), count: series(`${name}_count`) }),
    declare('summary', name, options),
  );
}

interface Families {
  readonly quantiles: Selector;
  readonly sum: Selector;
  readonly count: Selector;
}

class SummaryFamilies {
  readonly quantiles: Selector;
  readonly sum: Selector;
  readonly count: Selector;

  constructor({ quantiles, sum, count }: Families) {
    this.quantiles = quantiles;
    this.sum = sum;
    this.count = count;
  }

  where(matchers: Matchers<Labels>) {
    return new SummaryFamilies({
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
