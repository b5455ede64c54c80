import type { Expr, Matcher } from '@binnacle/promql';
import type { EvaluationOptions, Storage } from '@binnacle/promql/engine';
import type { Span } from '../sample/need.ts';
import type { RuleStates } from '../sample/rules.ts';

/** Type, help and unit of a metric, as Prometheus tells them. */
export interface MetricMetadata {
  readonly type: string;
  readonly help: string;
  readonly unit: string;
}

/** Names and values of labels of everything there is, as far as that is known without making samples. */
export interface LabelIndex {
  /** Names of metrics that may be what the matchers select. */
  readonly names: (matchers: readonly Matcher[]) => readonly string[];
}

/** Samples that queries are answered from, wherever they come from. */
export interface Samples extends LabelIndex {
  /** A storage that holds what the query reads when it is evaluated in a stretch of time. */
  readonly storageFor: (query: string | Expr, evaluated: Span) => Storage;
  readonly engine: EvaluationOptions;
  readonly metadata: () => ReadonlyMap<string, readonly MetricMetadata[]>;
  /** Why there are no samples of a metric, in one line; undefined when there are. */
  readonly absence: (name: string) => string | undefined;
  /** What is to be known of the samples of a metric, in one line. */
  readonly note?: (name: string) => string | undefined;
  readonly states: RuleStates;
  /** Version of Prometheus that the answers are like. */
  readonly version: string;
  /** Unix milliseconds. */
  readonly now: () => number;
}
