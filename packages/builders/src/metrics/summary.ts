import { aggregation } from '../query/aggregate.ts';
import { vector } from '../query/expression.ts';
import { rangeCall } from '../query/windowed.ts';
import type { PerSecond } from '../query/units.ts';
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
} from './metric.ts';
import type { Reading } from './reading.ts';

type Names<D> = keyof D & string;

/** The series families of a summary. Its quantiles cannot be aggregated; `sum` and `count` can. */
export interface SummarySeries<
  D extends Labels = Labels,
  U extends string = string,
  C extends string = string,
  Q extends number = number,
> {
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
  /** Mean of the observations. */
  mean<const B extends Names<D> = never, const W extends Names<D> = Names<D>>(
    reading?: Reading<B, W>,
  ): Vector<B | Exclude<Names<D>, W>, U, 'gauge'>;
  /** Observations per second. */
  rate<const B extends Names<D> = never, const W extends Names<D> = Names<D>>(
    reading?: Reading<B, W>,
  ): Vector<B | Exclude<Names<D>, W>, PerSecond<C>, 'gauge'>;
}

/** A summary. `N` is its name, `H` its help. */
export interface Summary<
  D extends LabelDomains = LabelDomains,
  U extends string = string,
  N extends string = string,
  H extends string = string,
  T extends string = string,
  C extends string = string,
  Q extends number = number,
>
  extends SummarySeries<SeriesLabels<D, T>, U, C, Q>, Declared<N, H> {}

/** Declares a summary; the name has no `_sum` or `_count`. */
export function summary<
  const N extends string,
  const U extends string,
  const H extends string,
  const D extends LabelDomains = NoLabels,
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
