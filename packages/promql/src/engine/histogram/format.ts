import { ascendingBuckets, negativeBuckets, positiveBuckets } from './bounds.ts';
import { isCustom, type Histogram } from './histogram.ts';

/** A number in Go's shortest form (`%g`): `1e+06`, `+Inf`, `0.001`. */
export function shortNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Infinity) return '+Inf';
  if (value === -Infinity) return '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 21) {
    const digits = String(Math.abs(power)).padStart(2, '0');
    return `${mantissa}e${power < 0 ? '-' : '+'}${digits}`;
  }
  return String(value).includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : String(value);
}

/** A histogram in one line, as Prometheus prints it and `count_values` counts it: `{count:4, sum:5, (0.5,1]:1, (1,2]:3}`. */
export function formatHistogram(h: Histogram): string {
  const parts = [`count:${shortNumber(h.count)}`, `sum:${shortNumber(h.sum)}`];
  for (const { lower, upper, count } of negativeBuckets(h).toReversed()) {
    if (count !== 0) parts.push(`[${shortNumber(lower)},${shortNumber(upper)}):${shortNumber(count)}`);
  }
  if (h.zeroCount !== 0) {
    parts.push(`[${shortNumber(-h.zeroThreshold)},${shortNumber(h.zeroThreshold)}]:${shortNumber(h.zeroCount)}`);
  }
  for (const { lower, upper, count } of isCustom(h) ? ascendingBuckets(h) : positiveBuckets(h)) {
    if (count !== 0) parts.push(`(${shortNumber(lower)},${shortNumber(upper)}]:${shortNumber(count)}`);
  }
  return `{${parts.join(', ')}}`;
}
