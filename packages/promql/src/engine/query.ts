import { RE2JS } from 're2js';
import type { Expr, Span } from '../ast.ts';
import { parse } from '../parse.ts';
import { print } from '../print.ts';
import { useRegexEngine } from '../regex.ts';
import { evaluate } from './evaluate/expression.ts';
import { QueryFailure } from './evaluate/failure.ts';
import { instantResult, rangeResult } from './evaluate/outcome.ts';
import type { Frame, Query } from './evaluate/query.ts';
import {
  DEFAULT_LIMITS,
  type EvaluationOptions,
  type InstantOptions,
  type Limits,
  type RangeOptions,
} from './options.ts';
import type { Answer, InstantAnswer, QueryError, RangeAnswer } from './result.ts';
import type { Storage } from './storage.ts';

const MINUTE = 60_000;
const WHOLE: Span = { start: 0, end: 0 };

/** Evaluates a query at one time. Never throws for a wrong query: the answer says what is wrong and where. */
export function instant(query: string | Expr, storage: Storage, options: InstantOptions): InstantAnswer {
  const { time } = options;
  return answer(query, storage, options, { start: time, end: time, step: 0 }, instantResult);
}

/** Evaluates a query at every step from `start` to `end`. Never throws for a wrong query. */
export function range(query: string | Expr, storage: Storage, options: RangeOptions): RangeAnswer {
  const { start, end, step } = options;
  if (!(step > 0))
    return { ok: false, error: { kind: 'execution', message: 'the step must be longer than 0', span: WHOLE } };
  if (!(end >= start))
    return { ok: false, error: { kind: 'execution', message: 'the end is before the start', span: WHOLE } };
  return answer(query, storage, options, { start, end, step }, rangeResult);
}

function answer<Result>(
  given: string | Expr,
  storage: Storage,
  options: EvaluationOptions,
  times: { readonly start: number; readonly end: number; readonly step: number },
  outcome: (value: Expr, frame: Frame) => Result,
): Answer<Result> {
  useRegexEngine(RE2JS);
  // Positions in notes and errors are those of the text.
  const text = typeof given === 'string' ? given : print(given);
  const { expr, errors } = parse(text, { variables: false });
  const [first] = errors;
  if (first !== undefined) return { ok: false, error: { kind: 'parse', ...first } };
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const count = times.step === 0 ? 1 : Math.floor((times.end - times.start) / times.step) + 1;
  if (count > limits.steps) {
    return { ok: false, error: tooMany(count, limits) };
  }
  const query: Query = {
    evaluate,
    text,
    storage,
    lookback: options.lookback ?? 5 * MINUTE,
    leftOpen: options.leftOpen ?? true,
    delayedNames: options.delayedNameRemoval ?? false,
    typeAndUnit: options.typeAndUnitLabels ?? false,
    defaultStep: options.defaultStep ?? MINUTE,
    ...times,
    limits,
    deadline: performance.now() + limits.time,
    spent: 0,
    ticks: 0,
    warnings: new Set(),
    infos: new Set(),
  };
  try {
    const result = outcome(expr, { query, start: times.start, step: times.step, count });
    return { ok: true, result, warnings: [...query.warnings].toSorted(), infos: [...query.infos].toSorted() };
  } catch (error) {
    if (error instanceof QueryFailure) return { ok: false, error: error.error };
    if (error instanceof RangeError && /call stack/i.test(error.message)) {
      return { ok: false, error: { kind: 'limit', message: 'the query is nested too deeply', span: WHOLE } };
    }
    throw error;
  }
}

function tooMany(count: number, { steps }: Limits): QueryError {
  return {
    kind: 'limit',
    message: `the query has ${count} steps; at most ${steps} are evaluated`,
    span: WHOLE,
    hint: 'make the step longer',
  };
}
