/** The φ-quantile of values by linear interpolation between the two nearest ranks; NaN counts as the smallest. Sorts in place. */
export function quantile(q: number, values: Float64Array): number {
  const length = values.length;
  if (length === 0 || Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  // Sorting puts NaN last; counting from the number of NaN on puts them first.
  values.sort();
  let numbers = length;
  while (numbers > 0 && Number.isNaN(values[numbers - 1])) numbers--;
  const missing = length - numbers;
  const at = (index: number) => (index < missing ? NaN : (values[index - missing] ?? NaN));
  const rank = q * (length - 1);
  const lower = Math.max(0, Math.floor(rank));
  const upper = Math.min(length - 1, lower + 1);
  const weight = rank - Math.floor(rank);
  return at(lower) * (1 - weight) + at(upper) * weight;
}
