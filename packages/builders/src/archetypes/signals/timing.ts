import { sum } from '../../query/aggregate.ts';
import { vector } from '../../query/expression.ts';
import { histogramQuantile } from '../../query/histogram.ts';
import { rate } from '../../query/rate.ts';
import type { Vector } from '../../query/vector.ts';
import type { Timing } from '../../service/roles.ts';

/** The time that stands for all: a quantile of a histogram, the mean of a summary. */
export function typicalTime(
  timing: Timing,
  quantile: number,
  by: readonly string[],
): Vector<string, 'seconds', 'gauge'> {
  if ('quantiles' in timing) return vector(sum(rate(timing.sum), { by }).div(sum(rate(timing.count), { by })).expr);
  return 'bucket' in timing
    ? histogramQuantile(quantile, sum(rate(timing.bucket), { by: ['le', ...by] }))
    : histogramQuantile(quantile, sum(rate(timing), { by }));
}

/** What {@link typicalTime} is called: `p99`, `mean`. */
export function typicalTimeName(timing: Timing, quantile: number): string {
  return 'quantiles' in timing ? 'mean' : `p${Number((quantile * 100).toFixed(4))}`;
}
