import { setFloat } from '../evaluate/column.ts';
import { fail } from '../evaluate/failure.ts';
import type { NewColumn } from '../evaluate/value.ts';
import type { Window } from '../evaluate/window.ts';
import { type Floats, floatsAlone } from './floats.ts';
import type { RangeContext } from './range-context.ts';
import { formatShortest } from '../../number.ts';
import { roundingLoss } from '../histogram/total.ts';

interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/** Least squares over the samples; the intercept is at `origin` (milliseconds), the slope per second. */
function fitLine({ times, values, low, high }: Floats, origin: number): Line {
  const first = values[low] ?? NaN;
  let constant = true;
  // Sums with what rounding lost of each: x, y, xy, x².
  const sums = new Float64Array(4);
  const lost = new Float64Array(4);
  const add = (which: number, summand: number) => {
    const sum = sums[which] ?? 0;
    const next = sum + summand;
    lost[which] = (lost[which] ?? 0) + roundingLoss(sum, summand, next);
    sums[which] = next;
  };
  for (let i = low; i < high; i++) {
    const y = values[i] ?? NaN;
    if (constant && i > low && y !== first) constant = false;
    const x = ((times[i] ?? 0) - origin) / 1000;
    add(0, x);
    add(1, y);
    add(2, x * y);
    add(3, x * x);
  }
  if (constant) return Number.isFinite(first) ? { slope: 0, intercept: first } : { slope: NaN, intercept: NaN };
  const count = high - low;
  const [x = 0, y = 0, xy = 0, xx = 0] = sums.map((sum, i) => sum + (lost[i] ?? 0));
  const slope = (xy - (x * y) / count) / (xx - (x * x) / count);
  return { slope, intercept: y / count - (slope * x) / count };
}

/** The slope is measured from the first sample on, to keep the numbers small. */
export function deriv(window: Window, column: NewColumn, context: RangeContext): void {
  const floats = floatsAlone(window, context);
  if (floats.high - floats.low < 2) return;
  setFloat(column, window.step, fitLine(floats, floats.times[floats.low] ?? 0).slope);
}

/** From the time of evaluation, whatever `offset` or `@` the range has. */
export function predictLinear(window: Window, column: NewColumn, context: RangeContext): void {
  const floats = floatsAlone(window, context);
  if (floats.high - floats.low < 2) return;
  const { frame, scalars } = context;
  const now = frame.start + window.step * frame.step;
  const { slope, intercept } = fitLine(floats, now);
  setFloat(column, window.step, slope * (scalars[0]?.[window.step] ?? NaN) + intercept);
}

/** Holt's linear method: a smoothed level and a smoothed trend. */
export function doubleExponentialSmoothing(window: Window, column: NewColumn, context: RangeContext): void {
  const smoothing = context.scalars[0]?.[window.step] ?? NaN;
  const trend = context.scalars[1]?.[window.step] ?? NaN;
  const { span, args } = context.call;
  if (!(smoothing > 0 && smoothing < 1)) {
    fail(`invalid smoothing factor. Expected: 0 < sf < 1, got: ${formatShortest(smoothing)}`, args[1]?.span ?? span);
  }
  if (!(trend > 0 && trend < 1)) {
    fail(`invalid trend factor. Expected: 0 < tf < 1, got: ${formatShortest(trend)}`, args[2]?.span ?? span);
  }
  const { values, low, high } = floatsAlone(window, context);
  if (high - low < 2) return;
  let previous = 0;
  let level = values[low] ?? NaN;
  let slope = (values[low + 1] ?? NaN) - level;
  for (let i = low + 1; i < high; i++) {
    if (i > low + 1) slope = trend * (level - previous) + (1 - trend) * slope;
    previous = level;
    level = smoothing * (values[i] ?? NaN) + (1 - smoothing) * (level + slope);
  }
  setFloat(column, window.step, level);
}
