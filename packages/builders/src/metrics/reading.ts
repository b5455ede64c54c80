import type { Grouping } from '../query/aggregate.ts';
import type { Window } from '../query/vector.ts';

/** How a histogram or summary is read: which labels are kept, and over which window. */
export type Reading<L extends string> = Grouping<L> & {
  /** Default: `$__rate_interval` in dashboards, five minutes in rules. */
  readonly window?: Window;
};

/** {@link Reading} as the code that builds the query sees it. */
export interface AnyReading {
  readonly by?: readonly string[] | undefined;
  readonly without?: readonly string[] | undefined;
  readonly window?: Window;
}

/** The same reading with a label kept on top: `le` of classic buckets. */
export function keeping({ by, without }: AnyReading, label: string): AnyReading {
  return without === undefined ? { by: [label, ...(by ?? [])] } : { without };
}
