import type { Grouping } from '../query/aggregate.ts';
import type { Window } from '../query/vector.ts';

/** How a histogram or summary is read: which labels are kept, and over which window. */
export interface Reading<B extends string = string, W extends string = B> extends Grouping<B, W> {
  /** Default: `$__rate_interval` in dashboards, five minutes in rules. */
  readonly window?: Window | undefined;
}

/** The same reading with a label kept on top: `le` of classic buckets. */
export function keeping({ by, without }: Reading, label: string): Grouping {
  return without === undefined ? { by: [label, ...(by ?? [])] } : { without };
}

/** The same reading without a label that only one side of a quotient has. */
export function dropping({ by, without }: Reading, label: string): Grouping {
  return without === undefined ? { by } : { without: [...without, label] };
}
