import type { Histogram } from '../histogram/histogram.ts';
import type { LabelSet } from '../labels.ts';

/** No sample at this step; otherwise {@link FLOAT} or {@link HISTOGRAM}. */
export const ABSENT = 0;

/** One series over all steps of a frame. Arrays may be shared between columns and are not changed once a column is made. */
export interface Column {
  readonly labels: LabelSet;
  /** The metric's name is to be removed at the end of the query. */
  readonly dropName: boolean;
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  readonly histograms: readonly (Histogram | undefined)[];
}

/** A column that is being filled. */
export interface NewColumn extends Column {
  readonly histograms: (Histogram | undefined)[];
}

/** What an expression evaluates to: one scalar per step, a string, or columns (an instant vector at every step). */
export type Value =
  | { readonly type: 'scalar'; readonly values: Float64Array }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'vector'; readonly columns: readonly Column[]; readonly ordered?: boolean };
