/** Kahan's sum, in Neumaier's form, of values[low..high). */
export function kahanSum(values: Float64Array, low: number, high: number): number {
  let sum = 0;
  let lost = 0;
  for (let i = low; i < high; i++) {
    const value = values[i] ?? NaN;
    const next = sum + value;
    if (next === Infinity || next === -Infinity) lost = 0;
    else lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** The mean of values: their Kahan sum divided, or step by step once that would leave the range of floats. */
export function meanOf(values: Float64Array, low: number, high: number): number {
  let sum = 0;
  let lost = 0;
  let mean = 0;
  let incremental = false;
  for (let i = low; i < high; i++) {
    const value = values[i] ?? NaN;
    const count = i - low + 1;
    if (!incremental) {
      const next = sum + value;
      if (count === 1 || Number.isFinite(next) || Number.isNaN(next)) {
        if (Math.abs(next) === Infinity) lost = 0;
        else lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
        continue;
      }
      incremental = true;
      mean = sum / (count - 1);
      lost /= count - 1;
    }
    const share = (count - 1) / count;
    const scaled = share * mean;
    const add = value / count;
    const next = scaled + add;
    lost *= share;
    if (Math.abs(next) === Infinity) lost = 0;
    else lost += Math.abs(scaled) >= Math.abs(add) ? scaled - next + add : add - next + scaled;
    mean = next;
  }
  if (incremental) return mean + lost;
  const count = high - low;
  return sum / count + lost / count;
}
