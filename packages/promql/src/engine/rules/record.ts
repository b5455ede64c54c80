import { labelSet, type Labels } from '../labels.ts';
import type { InstantSample } from '../result.ts';
import type { PreparedRule } from './prepare.ts';
import type { RuleSample } from './series.ts';

const DUPLICATE = 'vector contains metrics with the same labelset after applying rule labels';

/** The series a recording rule makes of what its expression found, or why it makes none. */
export function recorded(
  found: readonly InstantSample[],
  { name, labels }: PreparedRule & { readonly kind: 'record' },
  limit: number,
): readonly RuleSample[] | string {
  const keys = new Set<string>();
  const samples: RuleSample[] = [];
  for (const { labels: own, ...sample } of found) {
    const all: Labels = { ...own, __name__: name, ...labels };
    keys.add(labelSet(all).key);
    samples.push({ ...sample, labels: all });
  }
  if (keys.size < samples.length) return DUPLICATE;
  if (limit > 0 && samples.length > limit) return `exceeded limit of ${limit} with ${samples.length} series`;
  return samples;
}
