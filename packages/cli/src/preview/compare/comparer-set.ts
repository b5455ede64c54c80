import type { Comparer } from '@binnacle/preview';

/** A comparer of the preview, and what ends what it began. */
export interface EndingComparer extends Comparer {
  readonly close: () => void;
}
