/** Types a metric family can be exposed as, in the words of both text formats. */
export const EXPOSED_TYPES = [
  'counter',
  'gauge',
  'histogram',
  'gaugehistogram',
  'summary',
  'info',
  'stateset',
  'unknown',
  'untyped',
] as const;

export type ExposedType = (typeof EXPOSED_TYPES)[number];

/** What was seen of one label of a family. */
export interface ObservedLabel {
  /** As many as are kept of them. */
  readonly values: ReadonlySet<string>;
  /** There were more values than are kept. */
  readonly overflowed: boolean;
  /** Most distinct values on one instance. */
  readonly perInstance: number;
}

/** One metric family as it is really exposed. `name` is the contract's: a counter's with `_total`, a histogram's without `_bucket`. */
export interface ObservedFamily {
  readonly name: string;
  readonly type: ExposedType;
  /** A histogram of which native samples were seen and no bucket. */
  readonly native: boolean;
  readonly help: string;
  /** From `# UNIT` or the metadata, else undefined. */
  readonly unit: string | undefined;
  readonly labels: ReadonlyMap<string, ObservedLabel>;
  /** Upper bounds without +Inf, ascending. */
  readonly buckets: readonly number[];
  readonly quantiles: readonly number[];
  /** Smallest and largest value of a gauge or a counter; undefined when none is known. */
  readonly range: readonly [low: number, high: number] | undefined;
}

/** What a source exposes, by family name. */
export interface Observation {
  /** As messages and comments name it, without credentials. */
  readonly source: string;
  readonly families: readonly ObservedFamily[];
  /** Families left out, and why. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  /** Labels that come from the scrape and not from the metrics. */
  readonly targetLabels: readonly string[];
}
