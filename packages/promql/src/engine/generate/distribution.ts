/** Part of a standard normal distribution below `x`. Abramowitz and Stegun 26.2.17, off by at most 7.5e-8. */
function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = (Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return x >= 0 ? 1 - above : above;
}

/** A log-normal distribution: half is below `median`, `spread` is the standard deviation of the logarithm. */
export interface LogNormal {
  readonly median: number;
  readonly spread: number;
}

/** Part of the distribution at or below a value. */
export function partBelow({ median, spread }: LogNormal, value: number): number {
  if (value <= 0) return 0;
  return value === Infinity ? 1 : normalBelow(Math.log(value / median) / spread);
}

export function meanOf({ median, spread }: LogNormal): number {
  return median * Math.exp((spread * spread) / 2);
}
