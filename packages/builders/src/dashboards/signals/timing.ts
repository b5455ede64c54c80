import { sum } from '../../query/aggregate.ts';
import { histogramQuantile } from '../../query/histogram.ts';
import { rate } from '../../query/rate.ts';
import type { Vector } from '../../query/vector.ts';
import type { Timing } from '../../service/roles.ts';

type Seconds = Vector<string, 'seconds', 'gauge'>;

/** Value below which the share `q` of the observations lies; undefined of a summary, whose quantiles cannot be aggregated. */
export function quantileOf(timing: Timing, q: number, by: readonly string[]): Seconds | undefined {
  if ('bucket' in timing) return histogramQuantile(q, sum(rate(timing.bucket), { by: ['le', ...by] }));
  if ('expr' in timing) return histogramQuantile(q, sum(rate(timing), { by }));
  return undefined;
}

/** Mean of what a summary observed; undefined of a histogram, whose quantiles say more. */
export function meanOf(timing: Timing, by: readonly string[]): Vector<string, string, 'gauge'> | undefined {
  if (!('quantiles' in timing)) return undefined;
  return sum(rate(timing.sum), { by }).div(sum(rate(timing.count), { by }));
}

/** Rated buckets for a heatmap; undefined of a summary. */
export function bucketsOf(timing: Timing): Vector<string, string, 'gauge' | 'rated-histogram'> | undefined {
  if ('bucket' in timing) return sum(rate(timing.bucket), { by: ['le'] });
  return 'expr' in timing ? sum(rate(timing)) : undefined;
}
