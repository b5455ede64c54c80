import type {
  Compared,
  Comparing,
  Difference,
  Matched,
  Matching,
  Mixed,
  NoMatching,
  Partner,
  SameUnit,
  SetMatching,
  Summand,
} from './matching.ts';
import type { Product, Quotient } from './units.ts';
import type { Instant, Kind, LabelsOf, Made, Numeric, Operand, Range, Scalar, UnitOf, Window } from './vector.ts';

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
    const M extends SetMatching<L, R['~']['labels']> = NoMatching,
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
    const M extends SetMatching<L, R['~']['labels']> = NoMatching,
  >(
    this: Instant<L, U, K>,
    right: Partner<L, R, M>,
    match?: M,
  ): Made<L, U, K>;
  /** Left side, and what of the right side has no partner there; only labels both sides have can be relied on. */
  or<L extends string, U extends string, K extends Kind, R extends Instant>(
    this: Instant<L, U, K>,
    right: SameUnit<U, R, 'or'>,
    match?: SetMatching<L, R['~']['labels']>,
  ): Made<L & R['~']['labels'], U, Mixed<K, R>>;

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
type Result<R, U extends string> = R extends Instant ? Made<R['~']['labels'], U, R['~']['kind']> : Scalar<U>;

type BoolOf<R> = R extends Instant ? [match?: { readonly bool?: boolean }] : [match: { readonly bool: true }];
