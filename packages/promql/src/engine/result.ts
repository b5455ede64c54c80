import type { Span } from '../ast.ts';
import type { Histogram } from './histogram/histogram.ts';
import type { Labels } from './labels.ts';

/** One sample of an instant query: a float in `value`, or a native histogram (then `value` is NaN). */
export interface InstantSample {
  readonly labels: Labels;
  readonly value: number;
  readonly histogram?: Histogram;
}

/** Samples of a series in ascending order of time, parallel arrays. */
export interface SeriesResult {
  readonly labels: Labels;
  /** Unix milliseconds. */
  readonly times: Float64Array;
  /** NaN where there is a histogram. */
  readonly values: Float64Array;
  /** Absent when every sample is a float. */
  readonly histograms?: readonly (Histogram | undefined)[];
}

export interface ScalarResult {
  readonly type: 'scalar';
  readonly value: number;
}
export interface StringResult {
  readonly type: 'string';
  readonly value: string;
}
export interface VectorResult {
  readonly type: 'vector';
  /** Sorted by labels, unless the query orders them itself (`sort`, `topk`). */
  readonly samples: readonly InstantSample[];
}
export interface MatrixResult {
  readonly type: 'matrix';
  /** Sorted by labels. */
  readonly series: readonly SeriesResult[];
}

/** Why a query has no result, and the part of it that is to blame. */
export interface QueryError {
  /** `parse`: no query. `execution`: cannot be evaluated on these samples. `limit`: too expensive. `unsupported`: not known here. */
  readonly kind: 'parse' | 'execution' | 'limit' | 'unsupported';
  readonly message: string;
  readonly span: Span;
  readonly hint?: string;
}

/** What a query gives: a result with Prometheus's annotations, or an error. Annotations are sorted, each once. */
export type Answer<Result> =
  | {
      readonly ok: true;
      readonly result: Result;
      readonly warnings: readonly string[];
      readonly infos: readonly string[];
    }
  | { readonly ok: false; readonly error: QueryError };

export type InstantAnswer = Answer<ScalarResult | StringResult | VectorResult | MatrixResult>;
export type RangeAnswer = Answer<MatrixResult>;
