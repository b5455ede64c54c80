import { apply, call, scalarOf, vector } from './expression.ts';
import type { Instant, Scalar, Vector } from './vector.ts';

/** Evaluation time, unix time in seconds. */
export function time(): Scalar<'seconds'> {
  return scalarOf(call('time'));
}

/** When each sample was taken, unix time in seconds. */
export function timestamp<L extends string>(v: Instant<L>): Vector<L, 'seconds', 'gauge'> {
  return vector(apply('timestamp', v));
}

/** When each series started, as its sample says: unix time in seconds (experimental). */
export function startTimestamp<L extends string>(v: Instant<L>): Vector<L, 'seconds', 'gauge'> {
  return vector(apply('start_timestamp', v));
}

/** Minute of the hour (0–59) of each value read as unix time, in UTC; of the evaluation time when nothing is given. */
export function minute<L extends string = never>(v?: Instant<L, 'seconds'>): Vector<L, 'minutes', 'gauge'> {
  return part('minute', v);
}

/** Hour of the day (0–23), as {@link minute}. */
export function hour<L extends string = never>(v?: Instant<L, 'seconds'>): Vector<L, 'hours', 'gauge'> {
  return part('hour', v);
}

/** Day of the week (0 is Sunday), as {@link minute}. */
export function dayOfWeek<L extends string = never>(v?: Instant<L, 'seconds'>): Vector<L, 'days', 'gauge'> {
  return part('day_of_week', v);
}

/** Day of the month (1–31), as {@link minute}. */
export function dayOfMonth<L extends string = never>(v?: Instant<L, 'seconds'>): Vector<L, 'days', 'gauge'> {
  return part('day_of_month', v);
}

/** Day of the year (1–366), as {@link minute}. */
export function dayOfYear<L extends string = never>(v?: Instant<L, 'seconds'>): Vector<L, 'days', 'gauge'> {
  return part('day_of_year', v);
}

/** How many days the month has (28–31), as {@link minute}. */
export function daysInMonth<L extends string = never>(v?: Instant<L, 'seconds'>): Vector<L, 'days', 'gauge'> {
  return part('days_in_month', v);
}

/** Month of the year (1–12), as {@link minute}. */
export function month<L extends string = never>(v?: Instant<L, 'seconds'>): Vector<L, 'months', 'gauge'> {
  return part('month', v);
}

/** Year, as {@link minute}. */
export function year<L extends string = never>(v?: Instant<L, 'seconds'>): Vector<L, 'years', 'gauge'> {
  return part('year', v);
}

function part<L extends string, U extends string>(func: string, v: Instant | undefined): Vector<L, U, 'gauge'> {
  return vector(v === undefined ? call(func) : apply(func, v));
}

/** First moment of the query's time range, unix time in seconds (experimental). */
export function queryStart(): Scalar<'seconds'> {
  return scalarOf(call('start'));
}

/** Last moment of the query's time range, unix time in seconds (experimental). */
export function queryEnd(): Scalar<'seconds'> {
  return scalarOf(call('end'));
}

/** Length of the query's time range in seconds (experimental). */
export function queryRange(): Scalar<'seconds'> {
  return scalarOf(call('range'));
}

/** Resolution step of the query in seconds (experimental). */
export function queryStep(): Scalar<'seconds'> {
  return scalarOf(call('step'));
}
