import type { Expr, Span } from '../../ast.ts';
import { lineAndColumn } from '../../render-error.ts';
import { QueryFailure } from './failure.ts';
import type { Value } from './value.ts';
import type { Limits } from '../options.ts';
import type { Storage } from '../storage.ts';

/** How the result of an expression is used, as far as that changes how it is evaluated. */
export interface Use {
  /** Only count and sum of histograms are looked at: unknown counter resets are found out on the way. */
  readonly countsOnly: boolean;
}

export const ANY_USE: Use = { countsOnly: false };

/** Evaluates an expression at all steps of a frame. */
export type Evaluate = (expr: Expr, frame: Frame, use: Use) => Value;

/** What stays the same while one query is evaluated, and what it has used and noted so far. */
export interface Query {
  /** Given along, as what evaluates operands is itself part of the evaluation. */
  readonly evaluate: Evaluate;
  readonly text: string;
  readonly storage: Storage;
  readonly lookback: number;
  readonly leftOpen: boolean;
  readonly delayedNames: boolean;
  readonly typeAndUnit: boolean;
  readonly defaultStep: number;
  /** Start, end and step of the whole query, in milliseconds; sub-queries have their own {@link Frame}. */
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly limits: Limits;
  readonly deadline: number;
  spent: number;
  ticks: number;
  readonly warnings: Set<string>;
  readonly infos: Set<string>;
}

/** The times an expression is evaluated at: `count` steps from `start`, in milliseconds. */
export interface Frame {
  readonly query: Query;
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

const NOWHERE: Span = { start: 0, end: 0 };

/** Counts samples that were read or made, and looks at the clock now and then. */
export function spend(query: Query, samples: number): void {
  query.spent += samples;
  if (query.spent > query.limits.samples) {
    throw new QueryFailure({
      kind: 'limit',
      message: `the query takes more than ${query.limits.samples} samples`,
      span: NOWHERE,
      hint: 'select fewer series, a shorter range or a longer step',
    });
  }
  query.ticks += samples + 64;
  if (query.ticks >= 65_536) {
    query.ticks = 0;
    if (performance.now() > query.deadline) {
      throw new QueryFailure({
        kind: 'limit',
        message: `the query takes longer than ${query.limits.time} ms`,
        span: NOWHERE,
        hint: 'select fewer series, a shorter range or a longer step',
      });
    }
  }
}

/** Counts work that makes no samples, such as another pass over a window: only the clock is looked at. */
export function work(query: Query, amount: number): void {
  query.ticks += amount;
  if (query.ticks >= 65_536) spend(query, 0);
}

/** Notes a warning of Prometheus, once per text and place. */
export function warn(query: Query, message: string, span: Span): void {
  query.warnings.add(`PromQL warning: ${message} ${place(query, span)}`);
}

/** Notes an info of Prometheus, once per text and place. */
export function info(query: Query, message: string, span: Span): void {
  query.infos.add(noted(query, message, span));
}

/** The text of an info, for one that is replaced as more becomes known. */
export function noted(query: Query, message: string, span: Span): string {
  return `PromQL info: ${message} ${place(query, span)}`;
}

function place({ text }: Query, span: Span): string {
  const { line, column } = lineAndColumn(text, span.start);
  return `(${line}:${column})`;
}

/** ` for metric name "x"`, or nothing when the series has none. */
export function forMetric(name: string): string {
  return name === '' ? '' : ` for metric name ${JSON.stringify(name)}`;
}

/** The times of a frame's steps in seconds. */
export function timesOf({ start, step, count }: Frame): Float64Array {
  const times = new Float64Array(count);
  for (let i = 0; i < count; i++) times[i] = (start + i * step) / 1000;
  return times;
}
