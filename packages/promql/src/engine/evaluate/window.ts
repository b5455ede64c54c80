import type { Expr, MatrixSelector, SubqueryExpr } from '../../ast.ts';
import { milliseconds } from './duration.ts';
import { fail, QueryFailure } from './failure.ts';
import { withDetectedHints } from './hints.ts';
import { columnsOf } from './operands.ts';
import { type Frame, type Query, spend } from './query.ts';
import { cutOut, firstAfter, type Samples } from './samples.ts';
import { allMatchers } from './selector.ts';
import { type Shift, shiftedTime, shiftOf } from './shift.ts';
import { ABSENT, type Column } from './value.ts';
import type { Histogram } from '../histogram/histogram.ts';
import { FLOAT } from '../storage.ts';

/** What a range vector selects: samples of each series, and which of them are in range at each step. */
export interface Ranges {
  readonly series: readonly Samples[];
  /** Milliseconds. */
  readonly range: number;
  readonly shift: Shift;
  /** `anchored` or `smoothed`: the samples begin a lookback earlier (and end one later) than the range. */
  readonly extended: 'anchored' | 'smoothed' | undefined;
}

/** Samples `low` to `high` (exclusive) of a series are in the range from `start` to `end`. */
export interface Window {
  readonly samples: Samples;
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** A range in milliseconds that leaves out its start, or, as Prometheus 2 did, has it. */
function openStart(query: Query, start: number): number {
  // Times are whole milliseconds: half of one before the start is as good as the start itself.
  return query.leftOpen ? start : start - 0.5;
}

/** The range vector that an argument selects. */
export function rangesOf(expr: Expr, frame: Frame, countsOnly: boolean): Ranges {
  let inner = expr;
  while (inner.type === 'ParenExpr') inner = inner.expr;
  if (inner.type === 'MatrixSelector') return selectRanges(inner, frame, countsOnly);
  if (inner.type === 'SubqueryExpr') return evaluateRanges(inner, frame);
  return fail('expected a range vector', expr.span);
}

function selectRanges({ selector, range: duration }: MatrixSelector, frame: Frame, countsOnly: boolean): Ranges {
  const { query } = frame;
  const range = milliseconds(query, duration, 'range');
  const shift = shiftOf(query, selector);
  const { extended } = selector;
  const before = extended === undefined ? 0 : query.lookback;
  const after = extended === 'smoothed' ? query.lookback : 0;
  const from = openStart(query, shiftedTime(frame, shift, 0) - range - before);
  const to = shiftedTime(frame, shift, frame.count - 1) + after;
  const stored = query.storage.select(allMatchers(selector));
  const series = stored.flatMap((one) => {
    const samples = cutOut(countsOnly ? withDetectedHints(one, from) : one, from, to);
    spend(query, samples?.length ?? 1);
    return samples ?? [];
  });
  return { series, range, shift, extended };
}

/** A sub-query: the expression evaluated at its own steps, which are multiples of the step since 1970. */
function evaluateRanges(expr: SubqueryExpr, frame: Frame): Ranges {
  const { query } = frame;
  const range = milliseconds(query, expr.range, 'range');
  const step = expr.step === undefined ? query.defaultStep : milliseconds(query, expr.step, 'step');
  const shift = shiftOf(query, expr);
  const from = shiftedTime(frame, shift, 0) - range;
  const to = shiftedTime(frame, shift, frame.count - 1);
  let start = step * Math.trunc(from / step);
  if (query.leftOpen ? start <= from : start < from) start += step;
  const count = Math.floor((to - start) / step) + 1;
  if (count < 1) return { series: [], range, shift, extended: undefined };
  const inner = frameOf(query, start, step, count, expr);
  const series = columnsOf(expr.expr, inner).flatMap((column) => samplesOf(column, inner) ?? []);
  return { series, range, shift, extended: undefined };
}

/** A frame, unless it has more steps than the limit. */
function frameOf(query: Query, start: number, step: number, count: number, { span }: Pick<Expr, 'span'>): Frame {
  // Sub-queries are bounded by the samples they make, which the steps multiply; their limit is wider than that of the query.
  if (count > query.limits.steps * 100) {
    throw new QueryFailure({
      kind: 'limit',
      message: `the sub-query has ${count} steps; at most ${query.limits.steps * 100} are evaluated`,
      span,
      hint: 'make its step longer or its range shorter',
    });
  }
  return { query, start, step, count };
}

function samplesOf(
  { labels, dropName, kinds, values, histograms }: Column,
  { start, step, count }: Frame,
): Samples | undefined {
  let length = 0;
  let allFloats = true;
  for (const kind of kinds) {
    if (kind === ABSENT) continue;
    length++;
    if (kind !== FLOAT) allFloats = false;
  }
  if (length === 0) return undefined;
  const times = new Float64Array(length);
  const kept = new Float64Array(length);
  const keptKinds = new Uint8Array(length);
  const keptHistograms: (Histogram | undefined)[] = [];
  for (let i = 0, at = 0; i < count; i++) {
    if (kinds[i] === ABSENT) continue;
    times[at] = start + i * step;
    kept[at] = values[i] ?? NaN;
    keptKinds[at] = kinds[i] ?? 0;
    const histogram = histograms[i];
    // Steps of a sub-query may leave out the sample that was reset: what is known about resets does not hold between them.
    if (histogram !== undefined) {
      keptHistograms[at] = histogram.hint === 'gauge' ? histogram : { ...histogram, hint: 'unknown' };
    }
    at++;
  }
  return { labels, dropName, length, times, values: kept, kinds: keptKinds, histograms: keptHistograms, allFloats };
}

/** Calls back with the window of each step that has samples, for one series. */
export function eachWindow(frame: Frame, ranges: Ranges, samples: Samples, visit: (window: Window) => void): void {
  const { query, count } = frame;
  const { range, shift, extended } = ranges;
  const { times, length } = samples;
  const before = extended === undefined ? 0 : query.lookback;
  const after = extended === 'smoothed' ? query.lookback : 0;
  const firstEnd = shiftedTime(frame, shift, 0);
  let low = firstAfter(times, length, openStart(query, firstEnd - range - before));
  let high = low;
  for (let step = 0; step < count; step++) {
    const end = shiftedTime(frame, shift, step);
    const open = openStart(query, end - range - before);
    while (low < length && (times[low] ?? 0) <= open) low++;
    if (high < low) high = low;
    while (high < length && (times[high] ?? 0) <= end + after) high++;
    if (high > low) visit({ samples, low, high, start: end - range, end, step });
    if (low === length) break;
  }
}
