import type { Expr, MatrixSelector, SubqueryExpr, VectorSelector } from '@binnacle/promql';
import type { Operators, ScalarOperators } from './operators.ts';

/**
 * What a sample is: `counter` and `histogram` only grow and need `rate` or `increase` before anyone looks at them;
 * `gauge` and `rated-histogram` can be read as they are.
 */
export type Kind = 'counter' | 'gauge' | 'histogram' | 'rated-histogram';
/** Kinds that only grow. */
export type Growing = 'counter' | 'histogram';

/** A window: a Prometheus duration (`5m`) or a dashboard variable (`$__rate_interval`). */
export type Window = string;

/** The window of `rate` and friends when none is given: `$__rate_interval` in dashboards, five minutes in rules. */
export const AUTO_WINDOW = '$__rate_interval';

/**
 * What functions read: an AST with three facts that exist only for the type checker (the properties with a tilde are
 * never there at run time). `L` is the set of labels the series carry, `U` their unit, `K` their kind.
 */
export interface Typed<L extends string = string, U extends string = string, K extends Kind = Kind> {
  readonly expr: Expr;
  readonly '~': Facts<L, U, K>;
}

/** What the checker knows of a vector's series: their labels `L`, unit `U` and kind `K`. */
export interface Facts<out L extends string = string, out U extends string = string, out K extends Kind = Kind> {
  readonly labels: L;
  readonly unit: U;
  readonly kind: K;
}

// The interfaces below repeat those facts: the checker resolves a flat interface much faster than one that inherits them.

/** An instant vector as functions take it. */
export interface Instant<L extends string = string, U extends string = string, K extends Kind = Kind> {
  readonly type: 'vector';
  readonly expr: Expr;
  readonly '~': Facts<L, U, K>;
}

/** An instant vector with PromQL's binary operators as methods. */
export interface Vector<
  out L extends string = string,
  out U extends string = string,
  out K extends Kind = Kind,
> extends Operators {
  readonly type: 'vector';
  readonly expr: Expr;
  readonly '~': Facts<L, U, K>;
}

/**
 * The vector that a function or operator makes. What it is follows from the arguments alone: trying to infer those from
 * where the result goes is lost work, and there would be much of it.
 */
export type Made<L extends string, U extends string, K extends Kind> = Vector<NoInfer<L>, NoInfer<U>, NoInfer<K>>;

/** A single number with a unit: `seconds(0.3)`, `time()`, `scalar(v)`. */
export interface Scalar<U extends string = string> extends ScalarOperators {
  readonly type: 'scalar';
  readonly expr: Expr;
  readonly '~unit': U;
}

/** A scalar as functions take it. */
export interface Numeric<U extends string = string> {
  readonly type: 'scalar';
  readonly expr: Expr;
  readonly '~unit': U;
}

/** A range vector: a selector or a sub-query with its window. */
export interface Range<L extends string = string, U extends string = string, K extends Kind = Kind> {
  readonly type: 'range';
  readonly expr: MatrixSelector | SubqueryExpr;
  readonly '~': Facts<L, U, K>;
  offset(by: Window): Range<L, U, K>;
  at(when: At): Range<L, U, K>;
}

/** `@`: unix seconds, or the start or end of the query. */
export type At = number | 'start' | 'end';

/** What a matcher is compared with: `not(…)`, `anyOf(…)`, `regex(…)`, a dashboard variable. */
export interface Match<V extends string = string> {
  readonly op: '=' | '!=' | '=~' | '!~';
  readonly value: string;
  readonly '~value'?: V;
}

/** One matcher a label: a value for equality, or a {@link Match}. Of labels `L` whose values are not known. */
export type Matchers<L extends string = string> = { readonly [Name in L]?: string | Match };

/** What a selector can do that no other vector can: it has matchers, modifiers and may be given a window. */
export interface Selectable extends Operators {
  readonly type: 'vector';
  readonly expr: VectorSelector;
  /** `offset by` */
  offset<S extends Instant>(this: S, by: Window): S;
  /** `@ when` */
  at<S extends Instant>(this: S, when: At): S;
  /** Range functions count from the samples at the very edges of the window (feature `promql-extended-range-selectors`). */
  anchored<S extends Instant>(this: S): S;
  /** As `anchored`, with the values at the edges interpolated. */
  smoothed<S extends Instant>(this: S): S;
  /** `v[window]` */
  range<S extends Instant>(this: S, window: Window): Range<S['~']['labels'], S['~']['unit'], S['~']['kind']>;
}

/** A series selector. `W` are the matchers it takes, by label. */
export interface Selector<
  L extends string = string,
  U extends string = string,
  K extends Kind = Kind,
  W = Matchers<L>,
> extends Selectable {
  readonly '~': Facts<L, U, K>;
  where(matchers: W): this;
}

/** A selector as functions take it that look at its matchers alone: the rest of its type is not worked out. */
export interface Matchable<W> {
  readonly expr: VectorSelector;
  where(matchers: W): { readonly expr: VectorSelector };
}

/** Type of the values of label `L`, told from matchers `W`. */
export type ValueOf<W, L extends keyof W> = Extract<W[L], string>;

/** What functions over a window can read: a selector (the window is then an argument of its own) or an explicit range. */
export type Windowed = VectorSelector | MatrixSelector | SubqueryExpr;

export type Operand = number | Numeric | Instant;

/** Labels of a vector; of a number or a scalar, none. */
export type LabelsOf<R> = R extends Typed ? R['~']['labels'] : never;
/** Unit of a vector or a scalar; of a number, any. */
export type UnitOf<R> = R extends Typed ? R['~']['unit'] : R extends Numeric ? R['~unit'] : string;
/** Kind of a vector; numbers and scalars are gauges. */
export type KindOf<R> = R extends Typed ? R['~']['kind'] : 'gauge';
