import type { MetricSpec, Origin } from '@binnacle/model';
import { given } from '../given.ts';
import { aggregation } from '../query/aggregate.ts';
import { call, scalarNode, vector } from '../query/expression.ts';
import { rangeCall } from '../query/windowed.ts';
import type { BucketOf } from '../query/units.ts';
import type { Instant, Matchers, Scalar, Selector, Vector } from '../query/vector.ts';
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
import { dropping, keeping, type HistogramReadings, type Reading } from './reading.ts';

/** A classic histogram. `N` is its name, `H` its help. */
export interface Histogram<
  in D extends LabelDomains = never,
  out U extends string = string,
  out N extends string = string,
  out H extends string = string,
  out T extends string = string,
  out C extends string = string,
  out Le extends number = number,
>
  extends HistogramReadings, Declared {
  readonly '~named'?: readonly [name: N, help: H];
  readonly '~labels': (keyof D & string) | 'job' | 'instance' | T;
  readonly '~observed': U;
  readonly '~counted': C;
  readonly '~bounds': Le;
  /** Cumulative buckets, told apart by `le`. */
  readonly bucket: Selector<
    (keyof D & string) | 'job' | 'instance' | T | 'le',
    BucketOf<U>,
    'counter',
    SeriesMatchers<D, T | 'le'>
  >;
  /** Sum of the observations. */
  readonly sum: Selector<(keyof D & string) | 'job' | 'instance' | T, U, 'counter', SeriesMatchers<D, T>>;
  /** Number of observations. */
  readonly count: Selector<(keyof D & string) | 'job' | 'instance' | T, C, 'counter', SeriesMatchers<D, T>>;
  /** The same histogram, fewer series. */
  where(matchers: SeriesMatchers<D, T>): this;
}

/** What a classic histogram's contract says. */
export interface HistogramOptions<
  D extends LabelDomains = LabelDomains,
  U extends string = string,
  H extends string = string,
  T extends string = string,
  C extends string = string,
  Le extends number = number,
> extends MetricOptions<D, U, H, T> {
  /** What one observation is, plural: `requests`. */
  readonly counts?: C;
  /** Upper bounds of the buckets, ascending, without +Inf. */
  readonly buckets: readonly Le[];
}

/** Declares a classic histogram; the name has no `_bucket`, `_sum` or `_count`. */
export function histogram<
  const N extends string,
  const U extends string,
  const H extends string,
  Le extends number,
  D extends LabelDomains = NoLabels,
  const T extends string = never,
  const C extends string = 'observations',
>(name: Literal<N>, options: HistogramOptions<D, U, H, T, C, Le>): Histogram<D, U, N, H, T, C, Le>;
export function histogram(name: string, options: HistogramOptions): object {
  const declared = declare('histogram', name, options);
  given(
    options.buckets,
    Array.isArray(options.buckets),
    `the list of buckets of ${name}`,
    'write buckets: [0.1, 0.5, 1]',
  );
  return new ClassicSeries(declared, {
    bucket: series(`${name}_bucket`),
    sum: series(`${name}_sum`),
    count: series(`${name}_count`),
  });
}

interface Families {
  readonly bucket: Selector;
  readonly sum: Selector;
  readonly count: Selector;
}

class ClassicSeries implements Declared {
  readonly spec: MetricSpec;
  declare readonly origin?: Origin;
  readonly bucket: Selector;
  readonly sum: Selector;
  readonly count: Selector;

  constructor({ spec, origin }: Declared, { bucket, sum, count }: Families) {
    this.spec = spec;
    if (origin !== undefined) this.origin = origin;
    this.bucket = bucket;
    this.sum = sum;
    this.count = count;
  }

  where(matchers: Matchers) {
    return new ClassicSeries(this, {
      bucket: this.bucket.where(matchers),
      sum: this.sum.where(matchers),
      count: this.count.where(matchers),
    });
  }

  quantile(q: number | Scalar, reading: Reading = {}) {
    const buckets = rateSum(this.bucket, keeping(reading, 'le'), reading);
    return vector(call('histogram_quantile', scalarNode(q), buckets.expr));
  }

  mean(reading: Reading = {}) {
    return rateSum(this.sum, reading).div(rateSum(this.count, reading));
  }

  rate(reading: Reading = {}) {
    return rateSum(this.count, reading);
  }

  shareBelow(bound: number, reading: Reading = {}) {
    const { name, buckets = [] } = this.spec;
    if (!buckets.includes(bound)) {
      throw new Error(`${name} has no bucket ${bound}: use one of ${buckets.join(', ')}`);
    }
    const below = rateSum(this.bucket.where({ le: boundValue(bound) }), dropping(reading, 'le'), reading);
    return below.div(rateSum(this.count, reading));
  }
}

function rateSum(counter: Instant, grouping: Reading, { window }: Reading = grouping): Vector<string, string, 'gauge'> {
  return vector(aggregation('sum', { expr: rangeCall('rate', counter, window) }, grouping));
}
