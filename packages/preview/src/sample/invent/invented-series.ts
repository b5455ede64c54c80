import type { StoredSeries } from '@binnacle/promql/engine';
import { combinationSeries, type TimedTarget } from '../family.ts';
import type { Target } from '../timeline.ts';
import type { Invented } from './invented.ts';

/** The series of a made-up metric, on the targets that their labels name; none of a metric that is not made up. */
export function inventedSeries(
  name: string,
  { series, subject }: Invented,
  timed: (target: Target) => TimedTarget,
): readonly StoredSeries[] {
  const made = series.get(name);
  if (made === undefined) return [];
  const { metric, part, rows, fixed } = made;
  const targets = new Map<string, TimedTarget>();
  return rows.flatMap((row, index) => {
    const { job = '', instance = '' } = row.labels;
    const key = `${job} ${instance}`;
    const known = targets.get(key) ?? timed({ service: job, job, instance, index });
    targets.set(key, known);
    const described = { metric, subject, ...(fixed !== undefined && { fixed }) };
    return combinationSeries(described, row, { ...known, part, targets: 1, bare: true });
  });
}
