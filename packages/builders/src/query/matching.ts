import type { Comparable } from './units.ts';
import type { Growing, Instant, Kind, KindOf, UnitOf } from './vector.ts';

/* What the operators' types say of their two sides: whether these fit, how they match, and what comes out. */

/** The right side itself when its unit fits, else a sentence that the compiler shows. */
export type SameUnit<U extends string, R, Op extends string> = R extends number
  ? R
  : Comparable<U, UnitOf<R>> extends true
    ? R
    : `unit mismatch: ${U} ${Op} ${UnitOf<R>}`;

/** The right side itself when the matching of labels is clear, else a sentence that the compiler shows. */
export type Partner<L extends string, R, M> = R extends Instant
  ? [keyof M & ('on' | 'ignoring')] extends [never]
    ? SameLabels<L, R['~']['labels']> extends true
      ? R
      : `only one side has the label ${OneSided<L, R['~']['labels']>}: add { on: […] } or { ignoring: […] }`
    : R
  : R;

/** {@link Partner} and {@link SameUnit} at once. */
export type Summand<L extends string, U extends string, R, M, Op extends string> = R extends number
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
export interface SetMatching<L extends string, R extends string> {
  readonly on?: readonly (L & R)[];
  readonly ignoring?: readonly (L | R)[];
}

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

/** {@link Matching} of a comparison. */
export interface Comparing<L extends string, R extends string> {
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
export type NoMatching = object;

/** Labels of the result. */
export type Matched<L extends string, R, M> = R extends Instant
  ? M extends { readonly groupLeft: readonly (infer I extends string)[] }
    ? L | I
    : M extends { readonly groupRight: readonly (infer I extends string)[] }
      ? R['~']['labels'] | I
      : M extends { readonly on: readonly (infer O extends string)[] }
        ? O
        : M extends { readonly ignoring: readonly (infer O extends string)[] }
          ? Exclude<L, O>
          : L
  : L;

/** A counter with anything is still not fit to be read. */
export type Mixed<K extends Kind, R> = K extends Growing ? K : KindOf<R> extends Growing ? KindOf<R> : K;

/** The difference of two counters is a level. */
export type Difference<K extends Kind, R> = K extends 'counter'
  ? KindOf<R> extends 'counter'
    ? 'gauge'
    : K
  : Mixed<K, R>;

export type Compared<U extends string, M> = M extends { readonly bool: true } ? 'bool' : U;
