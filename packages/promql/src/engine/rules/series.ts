import { formatShortest } from '../../number.ts';
import type { Histogram } from '../histogram/histogram.ts';
import { labelSet, type Labels } from '../labels.ts';
import type { Storage } from '../storage.ts';

/** A sample that a rule makes. */
export interface RuleSample {
  readonly labels: Labels;
  readonly value: number;
  readonly histogram?: Histogram;
}

/** Series a rule made in one evaluation, by the key of their labels. */
export type Written = ReadonlyMap<string, Labels>;

/** What the storage holds of rules, so that a second sample for the same time is told apart from a late one. */
export interface RuleSeriesWriter {
  /**
   * Writes what a rule made at a time and ends the series it made before and does not make any more. `refused` says why a
   * sample could not be kept.
   */
  write(
    samples: readonly RuleSample[],
    time: number,
    before: Written,
  ): { readonly written: Written; readonly refused: string | undefined };
}

/** Writes the results of rules into a storage. */
export function createRuleSeriesWriter(storage: Storage): RuleSeriesWriter {
  const last = new Map<string, { readonly time: number; readonly value: number }>();

  /** Why the sample is not kept; the same sample twice is kept once. */
  function append(key: string, { labels, value, histogram }: RuleSample, time: number): string | undefined {
    const known = last.get(key);
    if (known?.time === time) {
      if (histogram === undefined && Object.is(known.value, value)) return undefined;
      const shown = `existing ${formatShortest(known.value)}, new value ${formatShortest(value)}`;
      return `duplicate sample for timestamp ${time}; overrides not allowed: ${shown}`;
    }
    try {
      storage.append(labels, {
        times: [time],
        values: [value],
        ...(histogram === undefined ? {} : { histograms: [histogram] }),
      });
    } catch (error) {
      if (error instanceof RangeError) return 'out of order sample';
      throw error;
    }
    last.set(key, { time, value });
    return undefined;
  }

  return {
    write(samples, time, before) {
      const written = new Map<string, Labels>();
      let refused: string | undefined;
      for (const sample of samples) {
        const { key } = labelSet(sample.labels);
        const problem = append(key, sample, time);
        if (problem === undefined) written.set(key, sample.labels);
        else refused = problem;
      }
      for (const [key, labels] of before) if (!written.has(key)) storage.end(labels, time);
      return { written, refused };
    },
  };
}
