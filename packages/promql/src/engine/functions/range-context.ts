import type { Call, Expr } from '../../ast.ts';
import type { Frame, Query } from '../evaluate/query.ts';
import type { NewColumn } from '../evaluate/value.ts';
import type { Ranges, Window } from '../evaluate/window.ts';

/** What a range function knows beside its window. */
export interface RangeContext {
  readonly query: Query;
  readonly frame: Frame;
  readonly call: Call;
  /** The range vector. */
  readonly argument: Expr;
  /** The other arguments, one value per step. */
  readonly scalars: readonly Float64Array[];
  readonly ranges: Ranges;
  /** Where the last window's extreme was, for the next window of the same samples. */
  readonly extreme: { values: Float64Array | undefined; high: number; at: number };
}

/** Computes a window's result and puts it into the column at the window's step, or leaves that out. */
export type RangeFunction = (window: Window, column: NewColumn, context: RangeContext) => void;

/** Which of the three: `rate` is per second, `delta` knows no counter resets. */
export interface RateKind {
  readonly isCounter: boolean;
  readonly isRate: boolean;
}
