import { histogram, type Histogram } from './histogram.ts';
import { addToTotal, divideTotal, endTotal, hasOverflow, scaleTotal, startTotal, type Total } from './total.ts';

/** What adding one histogram came to; `undefined` when bucket layouts cannot be brought together. */
export type AddResult = { readonly reconciled: boolean; readonly conflict: boolean } | undefined;

/** A sum or mean of histograms under way. */
export interface HistogramFold {
  add(summand: Histogram): AddResult;
  result(): Histogram;
}

/** Reset and no reset among all summands contradict each other, not only among neighbours. */
function createHintWatch(): (summand: Histogram) => boolean {
  let reset = false;
  let notReset = false;
  return ({ hint }) => {
    reset ||= hint === 'reset';
    notReset ||= hint === 'notReset';
    return reset && notReset;
  };
}

const FINE: AddResult = { reconciled: false, conflict: false };

/** Sum of histograms with Kahan's compensation. */
export function createSum(): HistogramFold {
  let total: Total | undefined;
  const conflicts = createHintWatch();
  return {
    add(summand) {
      const conflict = conflicts(summand);
      if (total === undefined) {
        total = startTotal(summand);
        return FINE;
      }
      const added = addToTotal(total, summand);
      if (added === undefined) return undefined;
      total = added.total;
      return { reconciled: added.reconciled, conflict };
    },
    result: () => endTotal(total ?? startTotal(histogram())),
  };
}

/** Mean of histograms: their sum divided, or step by step once the sum would leave the range of floats. */
export function createAverage(): HistogramFold {
  let total: Total | undefined;
  let count = 0;
  let incremental = false;
  const conflicts = createHintWatch();
  return {
    add(summand) {
      const conflict = conflicts(summand);
      count++;
      if (total === undefined) {
        total = startTotal(summand);
        return FINE;
      }
      if (!incremental) {
        const added = addToTotal(total, summand);
        if (added === undefined) return undefined;
        if (!hasOverflow(added.total.sum)) {
          total = added.total;
          return { reconciled: added.reconciled, conflict };
        }
        incremental = true;
        total = divideTotal(total, count - 1);
      }
      const scaled = scaleTotal(total, (count - 1) / count);
      const share = divideTotal(startTotal(summand), count).sum;
      const added = addToTotal(scaled, share);
      if (added === undefined) return undefined;
      total = added.total;
      return { reconciled: added.reconciled, conflict };
    },
    result() {
      const whole = total ?? startTotal(histogram());
      return endTotal(incremental || count === 0 ? whole : divideTotal(whole, count));
    },
  };
}
