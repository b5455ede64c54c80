/** What a difference reaches: who is paged, what is measured, how it looks, whose it is. */
export type Reach = 'pager' | 'data' | 'appearance' | 'ownership' | 'other';

/** One difference between two versions of a resource, in the words of its domain. */
export interface Difference {
  /** JSON pointer into the resource it is about: the new one, or the old one for what was removed. */
  readonly path: string;
  /** The part it is about: `panel p99 latency`, `alert HighErrorRate`. Absent: the resource itself. */
  readonly subject?: string;
  /** Whether the part came, went or is another now; without a part, what the text names. */
  readonly change: 'added' | 'removed' | 'changed';
  /** ``query A `[5m]` → `[1m]` ``, one line. Code stands between backticks and holds none. */
  readonly text: string;
  /** What follows from it: `its state will reset`. */
  readonly consequence?: string;
  /** Of what is new or gone: what it is, for a reader who has never seen it; one line each. */
  readonly details?: readonly string[];
  readonly reach: Reach;
  /** An alert that begins or ceases to wake somebody, or does so sooner or later than it did. */
  readonly paging?: 'starts' | 'stops' | 'sooner' | 'later';
}

/** A way to compare queries. */
export interface QueryComparison {
  /** How two queries differ: `undefined` when they mean the same, else each changed part before and after. */
  (before: string, after: string): readonly { readonly before: string; readonly after: string }[] | undefined;
  /** True when what they give has other labels for certain. Absent: that is not known. */
  readonly hasOtherLabels?: (before: string, after: string) => boolean;
  /** Grafana's unit of what a query compares (`> 0.05`), where that is known: a limit is told in it. */
  readonly unitOf?: (query: string, comparison: string) => string | undefined;
}

/** Queries compared as texts: for callers without a PromQL parser. */
export const sameText: QueryComparison = (before, after) => (before === after ? undefined : [{ before, after }]);
