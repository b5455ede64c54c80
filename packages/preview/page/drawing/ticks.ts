/** Values for the marks of an axis: round numbers, about as many as asked, from the first not below `min` on. */
export function ticks(min: number, max: number, count: number): readonly number[] {
  if (!(max > min) || count < 1) return [min];
  const rough = (max - min) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 10 * power;
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

const TIME_STEPS = [
  1000, 5000, 15_000, 30_000, 60_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000, 7_200_000, 10_800_000,
  21_600_000, 43_200_000, 86_400_000, 604_800_000,
];

/** Times for the marks of an axis, on whole minutes, hours and days. Unix milliseconds. */
export function timeTicks(from: number, to: number, count: number): readonly number[] {
  const rough = (to - from) / Math.max(1, count);
  const step = TIME_STEPS.find((one) => one >= rough) ?? TIME_STEPS.at(-1) ?? 1;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step);
}

/** A linear scale from values to pixels. */
export function scale(
  [min, max]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  const factor = max === min ? 0 : (to - from) / (max - min);
  return (value) => from + (value - min) * factor;
}
