import type { Expr } from '../ast.ts';
import type { InstantOptions, RangeOptions } from './options.ts';
import type { InstantAnswer, RangeAnswer } from './result.ts';
import type { Storage } from './storage.ts';

/** Evaluates a query at one time. Never throws for a wrong query: the answer says what is wrong and where. */
export function instant(_query: string | Expr, _storage: Storage, _options: InstantOptions): InstantAnswer {
  return {
    ok: false,
    error: { kind: 'unsupported', message: 'queries are not evaluated yet', span: { start: 0, end: 0 } },
  };
}

/** Evaluates a query at every step from `start` to `end`. */
export function range(_query: string | Expr, _storage: Storage, _options: RangeOptions): RangeAnswer {
  return {
    ok: false,
    error: { kind: 'unsupported', message: 'queries are not evaluated yet', span: { start: 0, end: 0 } },
  };
}
