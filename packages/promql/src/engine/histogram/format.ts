import { ascendingBuckets, negativeBuckets, positiveBuckets } from './bounds.ts';
import { formatShortest } from '../../number.ts';
import { isCustom, type Histogram } from './histogram.ts';

/** A histogram in one line, as Prometheus prints it and `count_values` counts it: `{count:4, sum:5, (0.5,1]:1, (1,2]:3}`. */
export function formatHistogram(h: Histogram): string {
  const parts = [`count:${formatShortest(h.count)}`, `sum:${formatShortest(h.sum)}`];
  for (const { lower, upper, count } of negativeBuckets(h).toReversed()) {
    if (count !== 0) parts.push(`[${formatShortest(lower)},${formatShortest(upper)}):${formatShortest(count)}`);
  }
  if (h.zeroCount !== 0) {
    parts.push(
      `[${formatShortest(-h.zeroThreshold)},${formatShortest(h.zeroThreshold)}]:${formatShortest(h.zeroCount)}`,
    );
  }
  for (const { lower, upper, count } of isCustom(h) ? ascendingBuckets(h) : positiveBuckets(h)) {
    if (count !== 0) parts.push(`(${formatShortest(lower)},${formatShortest(upper)}]:${formatShortest(count)}`);
  }
  return `{${parts.join(', ')}}`;
}
