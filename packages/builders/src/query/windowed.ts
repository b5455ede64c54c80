import { NO_SPAN, type Expr } from '@binnacle/promql';
import { argument, call } from './expression.ts';
import { AUTO_WINDOW, type Facts, type Growing, type Kind, type Window, type Windowed } from './vector.ts';
import { window } from './window.ts';

/** The range expression a windowed function reads: the explicit range, or the selector with its window. */
export function ranged(expr: Expr, over: Window = AUTO_WINDOW): Expr {
  return expr.type === 'VectorSelector'
    ? { type: 'MatrixSelector', span: NO_SPAN, selector: expr, range: window(over) }
    : expr;
}

/** `func(v[over])` as an AST node. @throws when `v` is no expression, and the sentence that stands for a type error. */
export function rangeCall(func: string, v: { readonly expr: Expr } | string, over: Window | undefined): Expr {
  return call(func, ranged(argument(v, func), over));
}

type NotRanged =
  'this is not a metric or a range: take the function first and aggregate its result, or use .subquery()';

/** {@link Typed} by its expression too. */
interface Windowable<L extends string, U extends string, K extends Kind, E extends Expr> {
  readonly expr: E;
  readonly '~': Facts<L, U, K>;
}

/** What has a window or can be given one, else a sentence that the compiler shows. */
export type Ranged<L extends string, U extends string, K extends Kind, E extends Expr> = [E] extends [Windowed]
  ? Windowable<L, U, K, E>
  : NotRanged;

/** What `rate` reads, else a sentence that the compiler shows. */
export type Rising<L extends string, U extends string, K extends Kind, E extends Expr> = [E] extends [Windowed]
  ? [K] extends [Growing]
    ? Windowable<L, U, K, E>
    : 'this is a gauge: use delta() or deriv(); rate() and increase() are for counters'
  : NotRanged;

/** What `delta` reads, else a sentence that the compiler shows. */
export type Level<L extends string, U extends string, K extends Kind, E extends Expr> = [E] extends [Windowed]
  ? [K] extends [Growing]
    ? 'this is a counter: use rate() or increase(); delta() and deriv() are for gauges'
    : Windowable<L, U, K, E>
  : NotRanged;
