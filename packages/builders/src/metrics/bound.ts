import { anyOf } from '../query/matcher.ts';
import type { Match } from '../query/vector.ts';

/** A number as Go's `%g` writes it: what most clients, and Prometheus 3 itself, put into `le` and `quantile`. */
function goFloat(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 21 && !(power >= 6 && power >= mantissa.replace(/[-.]/g, '').length)) return String(value);
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/**
 * Matches a bound in `le` or `quantile` in every spelling in use: `1` by Prometheus 2, `1.0` by Prometheus 3 and
 * OpenMetrics clients, `1e+06` by Go.
 */
export function boundValue(bound: number): string | Match {
  if (bound === Infinity) return '+Inf';
  const plain = String(bound);
  const spellings = new Set([goFloat(bound), plain, ...(Number.isInteger(bound) ? [`${plain}.0`] : [])]);
  const [first = plain, ...others] = spellings;
  return others.length === 0 ? first : anyOf(first, ...others);
}
