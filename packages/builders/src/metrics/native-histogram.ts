import type { VectorSelector } from '@binnacle/promql';
import { aggregation } from '../query/aggregate.ts';
import { call, numberLiteral, scalarNode, vector } from '../query/expression.ts';
import { rangeCall } from '../query/windowed.ts';
import type { BucketOf } from '../query/units.ts';
import type { Facts, Scalar, Selectable } from '../query/vector.ts';
import type { LabelDomains } from './label.ts';
import {
  ContractedSelector,
  declare,
  type Declared,
  type Literal,
  type MetricOptions,
  type NoLabels,
  type SeriesMatchers,
} from './metric.ts';
import type { HistogramReadings, Reading } from './reading.ts';

/** A native histogram. `N` is its name, `H` its help. */
export interface NativeHistogram<
  in D extends LabelDomains = never,
  out U extends string = string,
  out N extends string = string,
  out H extends string = string,
  out T extends string = string,
  out C extends string = string,
>
  extends Selectable, HistogramReadings, Declared {
  readonly '~named'?: readonly [name: N, help: H];
  readonly '~': Facts<(keyof D & string) | 'job' | 'instance' | T, BucketOf<U>, 'histogram'>;
  readonly '~labels': (keyof D & string) | 'job' | 'instance' | T;
  readonly '~observed': U;
  readonly '~counted': C;
  readonly '~bounds': number;
  where(matchers: SeriesMatchers<D, T>): this;
}

/** Declares a native histogram (Prometheus ≥ 2.40 with its feature flag, stable in 3.8). */
export function nativeHistogram<
  const N extends string,
  const U extends string,
  const H extends string,
  D extends LabelDomains = NoLabels,
  const T extends string = never,
  const C extends string = 'observations',
>(
  name: Literal<N>,
  options: MetricOptions<D, U, H, T> & {
    /** What one observation is, plural: `requests`. */
    readonly counts?: C;
  },
): NativeHistogram<D, U, N, H, T, C>;
export function nativeHistogram(name: string, options: MetricOptions): object {
  return new NativeExpression(declare('native-histogram', name, options));
}

class NativeExpression extends ContractedSelector {
  protected override with(change: Partial<VectorSelector>): NativeExpression {
    return new NativeExpression(this, { ...this.expr, ...change });
  }

  #rateSum(reading: Reading) {
    return aggregation('sum', { expr: rangeCall('rate', this, reading.window) }, reading);
  }

  quantile(q: number | Scalar, reading: Reading = {}) {
    return vector(call('histogram_quantile', scalarNode(q), this.#rateSum(reading)));
  }

  mean(reading: Reading = {}) {
    return vector(call('histogram_avg', this.#rateSum(reading)));
  }

  rate(reading: Reading = {}) {
    return vector(call('histogram_count', this.#rateSum(reading)));
  }

  shareBelow(bound: number, reading: Reading = {}) {
    return vector(call('histogram_fraction', numberLiteral(-Infinity), numberLiteral(bound), this.#rateSum(reading)));
  }
}
