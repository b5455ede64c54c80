/** Bounds of one query. A query beyond them ends with an error of kind `limit`. */
export interface Limits {
  /** Samples read from storage and made on the way, in all. */
  readonly samples: number;
  /** Steps of the query and of each sub-query. */
  readonly steps: number;
  /** Milliseconds of evaluation. */
  readonly time: number;
}

/** How queries are evaluated. Everything left out is as Prometheus 3 does it. */
export interface EvaluationOptions {
  /** Age up to which a sample still counts, in milliseconds. Default five minutes. */
  readonly lookback?: number;
  /**
   * Whether a range and the lookback leave out a sample exactly at their start, as from Prometheus 3.0 on. Default `true`;
   * `false` is how 2.x evaluates, its `rate` included, which went
   * further back to a counter's zero.
   */
  readonly leftOpen?: boolean;
  /** Whether metric names are removed at the end instead of by each operation (`promql-delayed-name-removal`). Default `false`. */
  readonly delayedNameRemoval?: boolean;
  /** Whether `rate` looks at the label `__type__` to find out if a metric is a counter (`type-and-unit-labels`). Default `false`. */
  readonly typeAndUnitLabels?: boolean;
  /** Step of sub-queries that give none, in milliseconds. Default one minute, the evaluation interval of Prometheus. */
  readonly defaultStep?: number;
  readonly limits?: Partial<Limits>;
}

export interface InstantOptions extends EvaluationOptions {
  /** Unix milliseconds. */
  readonly time: number;
}

export interface RangeOptions extends EvaluationOptions {
  /** Unix milliseconds, both inclusive. */
  readonly start: number;
  readonly end: number;
  /** Milliseconds. */
  readonly step: number;
}

export const DEFAULT_LIMITS: Limits = { samples: 50_000_000, steps: 11_000, time: 120_000 };
