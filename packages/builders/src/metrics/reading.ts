import type { Grouping } from '../query/aggregate.ts';
import type { PerSecond } from '../query/units.ts';
import type { Made, Scalar, Window } from '../query/vector.ts';

/** How a histogram or summary is read: which labels are kept, and over which window. */
export interface Reading<B extends string = string, W extends string = B> extends Grouping<B, W> {
  /** Default: `$__rate_interval` in dashboards, five minutes in rules. */
  readonly window?: Window | undefined;
}

/** Mean and rate of what a histogram or summary observed. `L` are its labels, `U` its unit, `C` is what is counted. */
export interface AverageReadings {
  /** Mean of the observations. */
  mean<L extends string, U extends string, const B extends L = never, const W extends L = L>(
    this: { readonly '~labels': L; readonly '~observed': U },
    reading?: Reading<B, W>,
  ): Made<B | Exclude<L, W>, U, 'gauge'>;
  /** Observations per second. */
  rate<L extends string, C extends string, const B extends L = never, const W extends L = L>(
    this: { readonly '~labels': L; readonly '~counted': C },
    reading?: Reading<B, W>,
  ): Made<B | Exclude<L, W>, PerSecond<C>, 'gauge'>;
}

/** What can be read from a histogram, classic or native, in one way. `Le` are the bounds of its buckets. */
export interface HistogramReadings extends AverageReadings {
  /** Value below which the share `q` (0–1) of the observations lies. */
  quantile<L extends string, U extends string, const B extends L = never, const W extends L = L>(
    this: { readonly '~labels': L; readonly '~observed': U },
    q: number | Scalar,
    reading?: Reading<B, W>,
  ): Made<B | Exclude<L, W>, U, 'gauge'>;
  /** Share of the observations that are no larger than `bound`: a bucket's bound in a classic histogram. */
  shareBelow<L extends string, Le extends number, const B extends L = never, const W extends L = L>(
    this: { readonly '~labels': L; readonly '~bounds': Le },
    bound: NoInfer<Le>,
    reading?: Reading<B, W>,
  ): Made<B | Exclude<L, W>, 'ratio', 'gauge'>;
}

/** The same reading with a label kept on top: `le` of classic buckets. */
export function keeping({ by, without }: Reading, label: string): Grouping {
  return without === undefined ? { by: [label, ...(by ?? [])] } : { without };
}

/** The same reading without a label that only one side of a quotient has. */
export function dropping({ by, without }: Reading, label: string): Grouping {
  return without === undefined ? { by } : { without: [...without, label] };
}
