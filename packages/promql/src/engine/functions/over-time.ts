import { setFloat } from '../evaluate/column.ts';
import { warn } from '../evaluate/query.ts';
import type { NewColumn } from '../evaluate/value.ts';
import type { Window } from '../evaluate/window.ts';
import { floatsAlone } from './floats.ts';
import { quantile } from './quantile.ts';
import type { RangeContext, RangeFunction } from './range-context.ts';
import { formatShortest } from '../../number.ts';
import { roundingLoss } from '../histogram/total.ts';

/** The largest (`sign` 1) or smallest (-1) value; NaN only when there is nothing else. */
export function extremeOverTime(sign: 1 | -1): RangeFunction {
  const isBetter = sign === 1 ? isLarger : isSmaller;
  return (window, column, context) => {
    const { values, low, high } = floatsAlone(window, context);
    if (high === low) return;
    // As long as the extreme of the step before is in range, only what is new can beat it.
    const { extreme } = context;
    const isKnown = values === extreme.values && extreme.at >= low && extreme.high <= high;
    let at = isKnown ? extreme.at : low;
    let best = values[at] ?? NaN;
    for (let i = isKnown ? extreme.high : low + 1; i < high; i++) {
      const value = values[i] ?? NaN;
      if (!isBetter(value, best)) continue;
      best = value;
      at = i;
    }
    extreme.values = values;
    extreme.high = high;
    extreme.at = at;
    setFloat(column, window.step, best);
  };
}

const isLarger = (value: number, best: number) => value > best || Number.isNaN(best);
const isSmaller = (value: number, best: number) => value < best || Number.isNaN(best);

/** When the largest or smallest value was last seen, in seconds. */
export function timeOfExtreme(sign: 1 | -1): RangeFunction {
  return (window, column, context) => {
    const { times, values, low, high } = floatsAlone(window, context);
    if (high === low) return;
    let best = values[low] ?? NaN;
    let at = low;
    for (let i = low; i < high; i++) {
      const value = values[i] ?? NaN;
      if (sign * value >= sign * best || Number.isNaN(best)) {
        best = value;
        at = i;
      }
    }
    setFloat(column, window.step, (times[at] ?? 0) / 1000);
  };
}

/** Variance by Welford's method with Kahan's compensation, then `finish`. */
export function standardOverTime(finish: (variance: number) => number): RangeFunction {
  return (window, column, context) => {
    const { values, low, high } = floatsAlone(window, context);
    if (high === low) return;
    let mean = 0;
    let lostMean = 0;
    let squares = 0;
    let lostSquares = 0;
    for (let i = low; i < high; i++) {
      const value = values[i] ?? NaN;
      const delta = value - (mean + lostMean);
      const share = delta / (i - low + 1);
      const nextMean = mean + share;
      lostMean += roundingLoss(mean, share, nextMean);
      mean = nextMean;
      const square = delta * (value - (mean + lostMean));
      const nextSquares = squares + square;
      lostSquares += roundingLoss(squares, square, nextSquares);
      squares = nextSquares;
    }
    setFloat(column, window.step, finish((squares + lostSquares) / (high - low)));
  };
}

export function quantileOverTime(window: Window, column: NewColumn, context: RangeContext): void {
  const q = context.scalars[0]?.[window.step] ?? NaN;
  if (!(q >= 0 && q <= 1)) {
    const span = context.call.args[0]?.span ?? context.call.span;
    warn(context.query, `quantile value should be between 0 and 1, got ${formatShortest(q)}`, span);
  }
  const { values, low, high } = floatsAlone(window, context);
  if (high > low) setFloat(column, window.step, quantile(q, values.slice(low, high)));
}

/** Median of the distances from the median. */
export function madOverTime(window: Window, column: NewColumn, context: RangeContext): void {
  const { values, low, high } = floatsAlone(window, context);
  if (high === low) return;
  const kept = values.slice(low, high);
  if (kept.some(Number.isNaN)) {
    setFloat(column, window.step, NaN);
    return;
  }
  const median = quantile(0.5, kept);
  setFloat(
    column,
    window.step,
    quantile(
      0.5,
      kept.map((value) => Math.abs(value - median)),
    ),
  );
}
