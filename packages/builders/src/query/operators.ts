import type { Comparable, Product, Quotient } from './units.ts';
import type {
  Growing,
  Instant,
  Kind,
  KindOf,
  LabelsOf,
  Made,
  Numeric,
  Operand,
  Range,
  Scalar,
  UnitOf,
  Window,
} from './vector.ts';

/*
 * The operators as methods. Their types hang on `this`, not on the type parameters of the vector: so the interface is
 * instantiated once, and a vector costs the checker no more than its labels, unit and kind. They read those three and
 * not the vector itself: so two vectors that share them share the work.
 */

/** PromQL's binary operators on a vector, named as in the language's grammar. */
export interface Operators {
  /** `+` */
  add<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Matching<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Summand<L, U, R, M, '+'>,
    match?: M,
  ): Made<Matched<L, R, M>, U, Mixed<K, R>>;
  /** `-` */
  sub<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Matching<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Summand<L, U, R, M, '-'>,
    match?: M,
  ): Made<Matched<L, R, M>, U, Difference<K, R>>;
  /** `*` */
  mul<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Matching<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Partner<L, R, M>,
    match?: M,
  ): Made<Matched<L, R, M>, R extends number ? U : Product<U, UnitOf<R>>, Mixed<K, R>>;
  /** `/` */
  div<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Matching<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Partner<L, R, M>,
    match?: M,
  ): Made<Matched<L, R, M>, R extends number ? U : Quotient<U, UnitOf<R>>, Mixed<K, R>>;
  /** `%` */
  mod<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Matching<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Summand<L, U, R, M, '%'>,
    match?: M,
  ): Made<Matched<L, R, M>, U, Mixed<K, R>>;
  /** `^` */
  pow<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Matching<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Partner<L, R, M>,
    match?: M,
  ): Made<Matched<L, R, M>, string, Mixed<K, R>>;
  /** `atan2` */
  atan2<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Matching<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Partner<L, R, M>,
    match?: M,
  ): Made<Matched<L, R, M>, 'radians', Mixed<K, R>>;

  /** `==` */
  eq<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Comparing<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Summand<L, U, R, M, '=='>,
    match?: M,
  ): Made<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;
  /** `!=` */
  ne<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Comparing<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Summand<L, U, R, M, '!='>,
    match?: M,
  ): Made<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;
  /** `>` */
  gt<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Comparing<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Summand<L, U, R, M, '>'>,
    match?: M,
  ): Made<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;
  /** `<` */
  lt<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Comparing<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Summand<L, U, R, M, '<'>,
    match?: M,
  ): Made<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;
  /** `>=` */
  ge<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Comparing<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Summand<L, U, R, M, '>='>,
    match?: M,
  ): Made<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;
  /** `<=` */
  le<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Operand,
    const M extends Comparing<L, LabelsOf<R>> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Summand<L, U, R, M, '<='>,
    match?: M,
  ): Made<Matched<L, R, M>, Compared<U, M>, Mixed<K, R>>;

  /** Series of the left side that have a partner on the right. */
  and<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Instant,
    const M extends SetMatching<L, R['~labels']> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Partner<L, R, M>,
    match?: M,
  ): Made<L, U, K>;
  /** Series of the left side that have no partner on the right. */
  unless<
    L extends string,
    U extends string,
    K extends Kind,
    R extends Instant,
    const M extends SetMatching<L, R['~labels']> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Partner<L, R, M>,
    match?: M,
  ): Made<L, U, K>;
  /** Left side, and what of the right side has no partner there; only labels both sides have can be relied on. */
  or<L extends string, U extends string, K extends Kind, R extends Instant>(
    this: Instant<L, U, K>,
    right: SameUnit<U, R, 'or'>,
    match?: SetMatching<L, R['~labels']>,
  ): Made<L & R['~labels'], U, Mixed<K, R>>;

  /** `-v` */
  neg<L extends string, U extends string, K extends Kind>(this: Instant<L, U, K>): Made<L, U, K>;
  /** `v[range:step]`: what an `…OverTime` function or a second `rate` reads. */
  subquery<L extends string, U extends string, K extends Kind>(
    this: Instant<L, U, K>,
    range: Window,
    step?: Window,
  ): Range<L, U, K>;
}

/** PromQL's binary operators on a scalar. With a vector they make a vector; two scalars compare only with `bool`. */
export interface ScalarOperators {
  add<S extends Numeric, R extends Operand>(this: S, right: SameUnit<S['~unit'], R, '+'>): Result<R, S['~unit']>;
  sub<S extends Numeric, R extends Operand>(this: S, right: SameUnit<S['~unit'], R, '-'>): Result<R, S['~unit']>;
  mul<S extends Numeric, R extends Operand>(this: S, right: R): Result<R, Product<S['~unit'], UnitOf<R>>>;
  div<S extends Numeric, R extends Operand>(this: S, right: R): Result<R, Quotient<S['~unit'], UnitOf<R>>>;
  mod<S extends Numeric, R extends Operand>(this: S, right: SameUnit<S['~unit'], R, '%'>): Result<R, S['~unit']>;
  pow<R extends Operand>(right: R): Result<R, string>;
  atan2<R extends Operand>(right: R): Result<R, 'radians'>;
  eq<S extends Numeric, R extends Operand>(
    this: S,
    right: SameUnit<S['~unit'], R, '=='>,
    ...bool: BoolOf<R>
  ): Result<R, S['~unit']>;
  ne<S extends Numeric, R extends Operand>(
    this: S,
    right: SameUnit<S['~unit'], R, '!='>,
    ...bool: BoolOf<R>
  ): Result<R, S['~unit']>;
  gt<S extends Numeric, R extends Operand>(
    this: S,
    right: SameUnit<S['~unit'], R, '>'>,
    ...bool: BoolOf<R>
  ): Result<R, S['~unit']>;
  lt<S extends Numeric, R extends Operand>(
    this: S,
    right: SameUnit<S['~unit'], R, '<'>,
    ...bool: BoolOf<R>
  ): Result<R, S['~unit']>;
  ge<S extends Numeric, R extends Operand>(
    this: S,
    right: SameUnit<S['~unit'], R, '>='>,
    ...bool: BoolOf<R>
  ): Result<R, S['~unit']>;
  le<S extends Numeric, R extends Operand>(
    this: S,
    right: SameUnit<S['~unit'], R, '<='>,
    ...bool: BoolOf<R>
  ): Result<R, S['~unit']>;
}

/** A scalar with a scalar is a scalar, with a vector a vector. */
type Result<R, U extends string> = R extends Instant ? Made<R['~labels'], U, R['~kind']> : Scalar<U>;

type BoolOf<R> = R extends Instant ? [match?: { readonly bool?: boolean }] : [match: { readonly bool: true }];

/** The right side itself when its unit fits, else a sentence that the compiler shows. */
type SameUnit<U extends string, R, Op extends string> = R extends number
  ? R
  : Comparable<U, UnitOf<R>> extends true
    ? R
    : `unit mismatch: ${U} ${Op} ${UnitOf<R>}`;

/** The right side itself when the matching of labels is clear, else a sentence that the compiler shows. */
type Partner<L extends string, R, M> = R extends Instant
  ? [keyof M & ('on' | 'ignoring')] extends [never]
    ? SameLabels<L, R['~labels']> extends true
      ? R
      : `only one side has the label ${OneSided<L, R['~labels']>}: add { on: […] } or { ignoring: […] }`
    : R
  : R;

/** {@link Partner} and {@link SameUnit} at once. */
type Summand<L extends string, U extends string, R, M, Op extends string> = R extends number
  ? R
  : Comparable<U, UnitOf<R>> extends true
    ? Partner<L, R, M>
    : `unit mismatch: ${U} ${Op} ${UnitOf<R>}`;

type OneSided<L extends string, R extends string> = Exclude<L, R> | Exclude<R, L>;

type SameLabels<L extends string, R extends string> = string extends L
  ? true
  : string extends R
    ? true
    : [L] extends [R]
      ? [R] extends [L]
        ? true
        : false
      : false;

/** Label matching of a set operator. `L` are the labels of the left side, `R` those of the right. */
interface SetMatching<L extends string, R extends string> {
  readonly on?: readonly (L & R)[];
  readonly ignoring?: readonly (L | R)[];
}

/** Label matching of a binary operator; labels must exist on both sides, included ones on the “one” side. */
interface Matching<L extends string, R extends string> {
  readonly on?: readonly (L & R)[];
  readonly ignoring?: readonly (L | R)[];
  readonly groupLeft?: readonly R[];
  readonly groupRight?: readonly L[];
  /** Prometheus ≥ 3.10, feature `promql-binop-fill-modifiers`: value for a missing partner. */
  readonly fill?: number;
  readonly fillLeft?: number;
  readonly fillRight?: number;
}

/** {@link Matching} of a comparison. */
interface Comparing<L extends string, R extends string> {
  readonly on?: readonly (L & R)[];
  readonly ignoring?: readonly (L | R)[];
  readonly groupLeft?: readonly R[];
  readonly groupRight?: readonly L[];
  readonly fill?: number;
  readonly fillLeft?: number;
  readonly fillRight?: number;
  /** 0 or 1 instead of filtering. */
  readonly bool?: boolean;
}

/** Nothing was said about matching. */
type NoMatching = object;

/** Labels of the result. */
type Matched<L extends string, R, M> = R extends Instant
  ? M extends { readonly groupLeft: readonly (infer I extends string)[] }
    ? L | I
    : M extends { readonly groupRight: readonly (infer I extends string)[] }
      ? R['~labels'] | I
      : M extends { readonly on: readonly (infer O extends string)[] }
        ? O
        : M extends { readonly ignoring: readonly (infer O extends string)[] }
          ? Exclude<L, O>
          : L
  : L;

/** A counter with anything is still not fit to be read. */
type Mixed<K extends Kind, R> = K extends Growing ? K : KindOf<R> extends Growing ? KindOf<R> : K;

/** The difference of two counters is a level. */
type Difference<K extends Kind, R> = K extends 'counter' ? (KindOf<R> extends 'counter' ? 'gauge' : K) : Mixed<K, R>;

type Compared<U extends string, M> = M extends { readonly bool: true } ? 'bool' : U;
