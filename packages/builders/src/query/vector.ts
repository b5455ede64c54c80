import type { Duration, Expr, VectorSelector } from '@binnacle/promql';
import type { Comparable, Product, Quotient } from './units.ts';

/**
 * What a sample is: `counter` and `histogram` only grow and need `rate` or `increase` before anyone looks at them;
 * `gauge` and `rated-histogram` can be read as they are.
 */
export type Kind = 'counter' | 'gauge' | 'histogram' | 'rated-histogram';

/** A window: a Prometheus duration (`5m`) or a dashboard variable (`$__rate_interval`). */
export type Window = string;

/** The window of `rate` and friends when none is given: `$__rate_interval` in dashboards, five minutes in rules. */
export const AUTO_WINDOW = '$__rate_interval';

/**
 * What every vector is to the functions that read one: an AST with three facts that exist only for the type checker.
 * `L` is the set of labels its series carry, `U` its unit, `K` its kind.
 */
export interface Instant<L extends string = string, U extends string = string, K extends Kind = Kind> {
  readonly type: 'vector';
  readonly expr: Expr;
  readonly '~'?: { readonly labels: L; readonly unit: U; readonly kind: K };
}

/** A single number with a unit: `seconds(0.3)`, `time()`, `scalar(v)`. Methods are PromQL's binary operators. */
export interface Scalar<U extends string = string> {
  readonly type: 'scalar';
  readonly expr: Expr;
  readonly '~unit'?: U;

  add<R extends Operand>(right: SameUnit<U, R, '+'>): ScalarResult<R, U>;
  sub<R extends Operand>(right: SameUnit<U, R, '-'>): ScalarResult<R, U>;
  mul<R extends Operand>(right: R): ScalarResult<R, R extends number ? U : Product<U, UnitOf<R>>>;
  div<R extends Operand>(right: R): ScalarResult<R, R extends number ? U : Quotient<U, UnitOf<R>>>;
  mod<R extends Operand>(right: SameUnit<U, R, '%'>): ScalarResult<R, U>;
  pow<R extends Operand>(right: R): ScalarResult<R, string>;
  atan2<R extends Operand>(right: R): ScalarResult<R, 'radians'>;

  eq<R extends Operand>(right: SameUnit<U, R, '=='>, ...bool: BoolArgs<R>): ScalarResult<R, U>;
  ne<R extends Operand>(right: SameUnit<U, R, '!='>, ...bool: BoolArgs<R>): ScalarResult<R, U>;
  gt<R extends Operand>(right: SameUnit<U, R, '>'>, ...bool: BoolArgs<R>): ScalarResult<R, U>;
  lt<R extends Operand>(right: SameUnit<U, R, '<'>, ...bool: BoolArgs<R>): ScalarResult<R, U>;
  ge<R extends Operand>(right: SameUnit<U, R, '>='>, ...bool: BoolArgs<R>): ScalarResult<R, U>;
  le<R extends Operand>(right: SameUnit<U, R, '<='>, ...bool: BoolArgs<R>): ScalarResult<R, U>;
}

/** A scalar with a scalar is a scalar, with a vector a vector. */
export type ScalarResult<R, U extends string> =
  R extends Instant<infer L, string, infer K> ? Vector<L, U, K> : Scalar<U>;

/** Two scalars can only be compared with `bool`. */
export type BoolArgs<R> = R extends Instant
  ? [match?: { readonly bool?: boolean }]
  : [two_scalars_compare_only_with: { readonly bool: true }];

/**
 * An instant vector with PromQL's binary operators and modifiers as methods. `L` is the set of labels its series
 * carry, `U` its unit, `K` its kind; all three exist only for the type checker.
 */
export interface Vector<L extends string = string, U extends string = string, K extends Kind = Kind> extends Instant<
  L,
  U,
  K
> {
  add<R extends Operand, const M extends Matching<L, LabelsOf<R>> = NoMatching>(
    right: SameUnit<U, R, '+'>,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, U, Mixed<K, R>>;
  sub<R extends Operand, const M extends Matching<L, LabelsOf<R>> = NoMatching>(
    right: SameUnit<U, R, '-'>,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, U, Difference<K, R>>;
  mul<R extends Operand, const M extends Matching<L, LabelsOf<R>> = NoMatching>(
    right: R,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, R extends number ? U : Product<U, UnitOf<R>>, Mixed<K, R>>;
  div<R extends Operand, const M extends Matching<L, LabelsOf<R>> = NoMatching>(
    right: R,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, R extends number ? U : Quotient<U, UnitOf<R>>, Mixed<K, R>>;
  mod<R extends Operand, const M extends Matching<L, LabelsOf<R>> = NoMatching>(
    right: SameUnit<U, R, '%'>,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, U, Mixed<K, R>>;
  pow<R extends Operand, const M extends Matching<L, LabelsOf<R>> = NoMatching>(
    right: R,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, string, Mixed<K, R>>;
  atan2<R extends Operand, const M extends Matching<L, LabelsOf<R>> = NoMatching>(
    right: R,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, 'radians', Mixed<K, R>>;

  eq<R extends Operand, const M extends Comparing<L, LabelsOf<R>> = NoMatching>(
    right: SameUnit<U, R, '=='>,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;
  ne<R extends Operand, const M extends Comparing<L, LabelsOf<R>> = NoMatching>(
    right: SameUnit<U, R, '!='>,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;
  gt<R extends Operand, const M extends Comparing<L, LabelsOf<R>> = NoMatching>(
    right: SameUnit<U, R, '>'>,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;
  lt<R extends Operand, const M extends Comparing<L, LabelsOf<R>> = NoMatching>(
    right: SameUnit<U, R, '<'>,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;
  ge<R extends Operand, const M extends Comparing<L, LabelsOf<R>> = NoMatching>(
    right: SameUnit<U, R, '>='>,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;
  le<R extends Operand, const M extends Comparing<L, LabelsOf<R>> = NoMatching>(
    right: SameUnit<U, R, '<='>,
    ...match: MatchArgs<L, R, M>
  ): Vector<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;

  /** Series of the left side that have a partner on the right. */
  and<R extends Instant, const M extends SetMatching<L, LabelsOf<R>> = NoMatching>(
    right: R,
    ...match: MatchArgs<L, R, M>
  ): Vector<L, U, K>;
  /** Series of the left side that have no partner on the right. */
  unless<R extends Instant, const M extends SetMatching<L, LabelsOf<R>> = NoMatching>(
    right: R,
    ...match: MatchArgs<L, R, M>
  ): Vector<L, U, K>;
  /** Left side, and what of the right side has no partner there; only labels both sides have can be relied on. */
  or<R extends Instant, const M extends SetMatching<L, LabelsOf<R>> = NoMatching>(
    right: SameUnit<U, R, 'or'>,
    ...match: readonly [match?: M]
  ): Vector<L & LabelsOf<R>, U, Mixed<K, R>>;

  /** `-v` */
  neg(): Vector<L, U, K>;
  /** `v[range:step]`: what an `…OverTime` function or a second `rate` reads. */
  subquery(range: Window, step?: Window): Range<L, U, K>;
}

/** A range vector: a selector or a sub-query with its window. */
export interface Range<L extends string = string, U extends string = string, K extends Kind = Kind> {
  readonly type: 'range';
  readonly expr: Expr;
  readonly '~'?: { readonly labels: L; readonly unit: U; readonly kind: K };
  offset(by: Window): Range<L, U, K>;
  at(when: At): Range<L, U, K>;
}

/** `@`: unix seconds, or the start or end of the query. */
export type At = number | 'start' | 'end';

/** Label → the values it may take. */
export type Labels = Readonly<Record<string, string>>;

/** What a matcher is compared with: `not(…)`, `anyOf(…)`, `regex(…)`, a dashboard variable. */
export interface Match<V extends string = string> {
  readonly op: '=' | '!=' | '=~' | '!~';
  readonly value: string;
  readonly '~value'?: V;
}

/** One matcher a label: a value for equality, or a {@link Match}. */
export type Matchers<D extends Labels> = { readonly [Name in keyof D]?: D[Name] | Match<D[Name]> };

/** A series selector: the only vector that has matchers and may be given a window. `D` maps label to value type. */
export interface Selector<D extends Labels = Labels, U extends string = string, K extends Kind = Kind> extends Vector<
  keyof D & string,
  U,
  K
> {
  readonly expr: VectorSelector;
  where(matchers: Matchers<D>): Selector<D, U, K>;
  offset(by: Window): Selector<D, U, K>;
  at(when: At): Selector<D, U, K>;
  /** Range functions count from the samples at the very edges of the window (Prometheus ≥ 3.8, `promql-extended-range-selectors`). */
  anchored(): Selector<D, U, K>;
  /** As `anchored`, with values at the edges interpolated. */
  smoothed(): Selector<D, U, K>;
  /** `v[window]` */
  range(window: Window): Range<keyof D & string, U, K>;
}

/** What functions over a window take: a selector (the window is then an argument of its own) or an explicit range. */
export type RangeInput<L extends string, U extends string, K extends Kind> =
  (Instant<L, U, K> & { readonly expr: VectorSelector }) | Range<L, U, K>;

export type Operand = number | Scalar | Instant;

export type LabelsOf<R> = R extends { readonly '~'?: { readonly labels: infer L extends string } } ? L : never;
export type UnitOf<R> = R extends { readonly '~'?: { readonly unit: infer U extends string } }
  ? U
  : R extends Scalar<infer U>
    ? U
    : string;
export type KindOf<R> = R extends { readonly '~'?: { readonly kind: infer K extends Kind } } ? K : 'gauge';

/** The right side itself when its unit fits, else a sentence that the compiler shows. */
export type SameUnit<U extends string, R, Op extends string> = R extends number
  ? R
  : Comparable<U, UnitOf<R>> extends true
    ? R
    : `unit mismatch: ${U} ${Op} ${UnitOf<R>}`;

type Grows = 'counter' | 'histogram';
/** A counter with anything is still not fit to be read. */
export type Mixed<K extends Kind, R> = K extends Grows ? K : KindOf<R> extends Grows ? KindOf<R> : K;
/** The difference of two counters is a level. */
export type Difference<K extends Kind, R> = K extends 'counter'
  ? KindOf<R> extends 'counter'
    ? 'gauge'
    : K
  : Mixed<K, R>;

/** Label matching of a binary operator; labels must exist on both sides, included ones on the “one” side. */
export interface Matching<L extends string, R extends string> {
  readonly on?: readonly (L & R)[];
  readonly ignoring?: readonly (L | R)[];
  readonly groupLeft?: readonly R[];
  readonly groupRight?: readonly L[];
  /** Prometheus ≥ 3.10, feature `promql-binop-fill-modifiers`: value for a missing partner. */
  readonly fill?: number;
  readonly fillLeft?: number;
  readonly fillRight?: number;
}
export interface Comparing<L extends string, R extends string> extends Matching<L, R> {
  /** 0 or 1 instead of filtering. */
  readonly bool?: boolean;
}
export interface SetMatching<L extends string, R extends string> {
  readonly on?: readonly (L & R)[];
  readonly ignoring?: readonly (L | R)[];
}
export type NoMatching = Record<never, never>;

type SameLabels<L extends string, R extends string> = string extends L
  ? true
  : string extends R
    ? true
    : [L] extends [R]
      ? [R] extends [L]
        ? true
        : false
      : false;

/** The matching clause may be left out only where it cannot matter: both sides have the same labels, or one is a scalar. */
export type MatchArgs<L extends string, R, M> = R extends Instant
  ? SameLabels<L, LabelsOf<R>> extends true
    ? [match?: M]
    : [label_sets_differ_so_say_on_or_ignoring: M]
  : [];

/** Labels of the result. */
export type Matched<L extends string, R, M> = R extends Instant
  ? M extends { readonly groupLeft: readonly (infer I extends string)[] }
    ? L | I
    : M extends { readonly groupRight: readonly (infer I extends string)[] }
      ? LabelsOf<R> | I
      : M extends { readonly on: readonly (infer O extends string)[] }
        ? O
        : M extends { readonly ignoring: readonly (infer O extends string)[] }
          ? Exclude<L, O>
          : L
  : L;

export type Compared<U extends string, M> = M extends { readonly bool: true } ? 'bool' : U;

/** A duration as the AST has it: a literal in milliseconds, or a variable as written. */
export type WindowNode = Duration;
