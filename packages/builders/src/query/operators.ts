import type { Comparable, Product, Quotient } from './units.ts';
import type {
  Growing,
  Instant,
  Kind,
  KindOf,
  LabelsOf,
  Operand,
  Range,
  Numeric,
  Scalar,
  UnitOf,
  Vector,
  Window,
} from './vector.ts';

/*
 * The operators as methods. Their types hang on `this`, not on the type parameters of the vector: so the interface is
 * instantiated once, and a vector costs the checker no more than its labels, unit and kind.
 */

/** PromQL's binary operators on a vector, named as in the language's grammar. */
export interface Operators {
  /** `+` */
  add<V extends Instant, R extends Operand, const M extends Matching<V, R> = NoMatching>(
    this: V,
    right: Summand<V, R, M, '+'>,
    match?: M,
  ): Vector<Matched<V, R, M>, V['~unit'], Mixed<V['~kind'], R>>;
  /** `-` */
  sub<V extends Instant, R extends Operand, const M extends Matching<V, R> = NoMatching>(
    this: V,
    right: Summand<V, R, M, '-'>,
    match?: M,
  ): Vector<Matched<V, R, M>, V['~unit'], Difference<V['~kind'], R>>;
  /** `*` */
  mul<V extends Instant, R extends Operand, const M extends Matching<V, R> = NoMatching>(
    this: V,
    right: Partner<V, R, M>,
    match?: M,
  ): Vector<Matched<V, R, M>, R extends number ? V['~unit'] : Product<V['~unit'], UnitOf<R>>, Mixed<V['~kind'], R>>;
  /** `/` */
  div<V extends Instant, R extends Operand, const M extends Matching<V, R> = NoMatching>(
    this: V,
    right: Partner<V, R, M>,
    match?: M,
  ): Vector<Matched<V, R, M>, R extends number ? V['~unit'] : Quotient<V['~unit'], UnitOf<R>>, Mixed<V['~kind'], R>>;
  /** `%` */
  mod<V extends Instant, R extends Operand, const M extends Matching<V, R> = NoMatching>(
    this: V,
    right: Summand<V, R, M, '%'>,
    match?: M,
  ): Vector<Matched<V, R, M>, V['~unit'], Mixed<V['~kind'], R>>;
  /** `^` */
  pow<V extends Instant, R extends Operand, const M extends Matching<V, R> = NoMatching>(
    this: V,
    right: Partner<V, R, M>,
    match?: M,
  ): Vector<Matched<V, R, M>, string, Mixed<V['~kind'], R>>;
  /** `atan2` */
  atan2<V extends Instant, R extends Operand, const M extends Matching<V, R> = NoMatching>(
    this: V,
    right: Partner<V, R, M>,
    match?: M,
  ): Vector<Matched<V, R, M>, 'radians', Mixed<V['~kind'], R>>;

  /** `==` */
  eq<V extends Instant, R extends Operand, const M extends Comparing<V, R> = NoMatching>(
    this: V,
    right: Summand<V, R, M, '=='>,
    match?: M,
  ): Vector<Matched<V, R, M>, Compared<V['~unit'], M>, Mixed<V['~kind'], R>>;
  /** `!=` */
  ne<V extends Instant, R extends Operand, const M extends Comparing<V, R> = NoMatching>(
    this: V,
    right: Summand<V, R, M, '!='>,
    match?: M,
  ): Vector<Matched<V, R, M>, Compared<V['~unit'], M>, Mixed<V['~kind'], R>>;
  /** `>` */
  gt<V extends Instant, R extends Operand, const M extends Comparing<V, R> = NoMatching>(
    this: V,
    right: Summand<V, R, M, '>'>,
    match?: M,
  ): Vector<Matched<V, R, M>, Compared<V['~unit'], M>, Mixed<V['~kind'], R>>;
  /** `<` */
  lt<V extends Instant, R extends Operand, const M extends Comparing<V, R> = NoMatching>(
    this: V,
    right: Summand<V, R, M, '<'>,
    match?: M,
  ): Vector<Matched<V, R, M>, Compared<V['~unit'], M>, Mixed<V['~kind'], R>>;
  /** `>=` */
  ge<V extends Instant, R extends Operand, const M extends Comparing<V, R> = NoMatching>(
    this: V,
    right: Summand<V, R, M, '>='>,
    match?: M,
  ): Vector<Matched<V, R, M>, Compared<V['~unit'], M>, Mixed<V['~kind'], R>>;
  /** `<=` */
  le<V extends Instant, R extends Operand, const M extends Comparing<V, R> = NoMatching>(
    this: V,
    right: Summand<V, R, M, '<='>,
    match?: M,
  ): Vector<Matched<V, R, M>, Compared<V['~unit'], M>, Mixed<V['~kind'], R>>;

  /** Series of the left side that have a partner on the right. */
  and<V extends Instant, R extends Instant, const M extends SetMatching<V, R> = NoMatching>(
    this: V,
    right: Partner<V, R, M>,
    match?: M,
  ): Vector<V['~labels'], V['~unit'], V['~kind']>;
  /** Series of the left side that have no partner on the right. */
  unless<V extends Instant, R extends Instant, const M extends SetMatching<V, R> = NoMatching>(
    this: V,
    right: Partner<V, R, M>,
    match?: M,
  ): Vector<V['~labels'], V['~unit'], V['~kind']>;
  /** Left side, and what of the right side has no partner there; only labels both sides have can be relied on. */
  or<V extends Instant, R extends Instant>(
    this: V,
    right: SameUnit<V['~unit'], R, 'or'>,
    match?: SetMatching<V, R>,
  ): Vector<V['~labels'] & LabelsOf<R>, V['~unit'], Mixed<V['~kind'], R>>;

  /** `-v` */
  neg<V extends Instant>(this: V): Vector<V['~labels'], V['~unit'], V['~kind']>;
  /** `v[range:step]`: what an `…OverTime` function or a second `rate` reads. */
  subquery<V extends Instant>(this: V, range: Window, step?: Window): Range<V['~labels'], V['~unit'], V['~kind']>;
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
type Result<R, U extends string> = R extends Instant ? Vector<R['~labels'], U, R['~kind']> : Scalar<U>;

type BoolOf<R> = R extends Instant ? [match?: { readonly bool?: boolean }] : [match: { readonly bool: true }];

/** The right side itself when its unit fits, else a sentence that the compiler shows. */
type SameUnit<U extends string, R, Op extends string> = R extends number
  ? R
  : Comparable<U, UnitOf<R>> extends true
    ? R
    : `unit mismatch: ${U} ${Op} ${UnitOf<R>}`;

/** The right side itself when the matching of labels is clear, else a sentence that the compiler shows. */
type Partner<V extends Instant, R, M> = R extends Instant
  ? [keyof M & ('on' | 'ignoring')] extends [never]
    ? SameLabels<V['~labels'], R['~labels']> extends true
      ? R
      : `only one side has the label ${OneSided<V['~labels'], R['~labels']>}: add { on: […] } or { ignoring: […] }`
    : R
  : R;

/** {@link Partner} and {@link SameUnit} at once. */
type Summand<V extends Instant, R, M, Op extends string> = R extends number
  ? R
  : Comparable<V['~unit'], UnitOf<R>> extends true
    ? Partner<V, R, M>
    : `unit mismatch: ${V['~unit']} ${Op} ${UnitOf<R>}`;

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

/** Label matching of a binary operator; labels must exist on both sides, included ones on the “one” side. */
interface Matching<V extends Instant, R> extends SetMatching<V, R> {
  readonly groupLeft?: readonly LabelsOf<R>[];
  readonly groupRight?: readonly V['~labels'][];
  /** Prometheus ≥ 3.10, feature `promql-binop-fill-modifiers`: value for a missing partner. */
  readonly fill?: number;
  readonly fillLeft?: number;
  readonly fillRight?: number;
}

/** {@link Matching} of a comparison. */
interface Comparing<V extends Instant, R> extends Matching<V, R> {
  /** 0 or 1 instead of filtering. */
  readonly bool?: boolean;
}

/** Label matching of a set operator. */
interface SetMatching<V extends Instant, R> {
  readonly on?: readonly (V['~labels'] & LabelsOf<R>)[];
  readonly ignoring?: readonly (V['~labels'] | LabelsOf<R>)[];
}
/** Nothing was said about matching. */
type NoMatching = object;

/** Labels of the result. */
type Matched<V extends Instant, R, M> = R extends Instant
  ? M extends { readonly groupLeft: readonly (infer I extends string)[] }
    ? V['~labels'] | I
    : M extends { readonly groupRight: readonly (infer I extends string)[] }
      ? R['~labels'] | I
      : M extends { readonly on: readonly (infer O extends string)[] }
        ? O
        : M extends { readonly ignoring: readonly (infer O extends string)[] }
          ? Exclude<V['~labels'], O>
          : V['~labels']
  : V['~labels'];

/** A counter with anything is still not fit to be read. */
type Mixed<K extends Kind, R> = K extends Growing ? K : KindOf<R> extends Growing ? KindOf<R> : K;

/** The difference of two counters is a level. */
type Difference<K extends Kind, R> = K extends 'counter' ? (KindOf<R> extends 'counter' ? 'gauge' : K) : Mixed<K, R>;

type Compared<U extends string, M> = M extends { readonly bool: true } ? 'bool' : U;
