import { apply, stringLiteral, vector } from './expression.ts';
import type { Instant, Vector } from './vector.ts';

/** How {@link labelReplace} makes a label. */
export interface LabelReplacement<L extends string> {
  /** The label that is read. */
  readonly from: L;
  /** RE2 expression its whole value must match. Default: any value. */
  readonly match?: string;
  /** What is written; `$1` is the first group of `match`. Default: `$1`. An empty result drops the label. */
  readonly replacement?: string;
}

/** Writes the label `to` from the label `from`; series that do not match stay as they are. */
export function labelReplace<V extends Instant, const N extends string>(
  v: V,
  to: N,
  { from, match = '(.*)', replacement = '$1' }: LabelReplacement<V['~']['labels']>,
): Vector<V['~']['labels'] | N, V['~']['unit'], V['~']['kind']> {
  return vector(apply('label_replace', v, ...[to, replacement, from, match].map(stringLiteral)));
}

/** How {@link labelJoin} makes a label. */
export interface LabelJoining<L extends string> {
  /** The labels whose values are joined, in this order. */
  readonly from: readonly [L, ...L[]];
  /** Text between the values. Default: none. */
  readonly separator?: string;
}

/** Writes the label `to` from the values of other labels. */
export function labelJoin<V extends Instant, const N extends string>(
  v: V,
  to: N,
  { from, separator = '' }: LabelJoining<V['~']['labels']>,
): Vector<V['~']['labels'] | N, V['~']['unit'], V['~']['kind']> {
  return vector(apply('label_join', v, ...[to, separator, ...from].map(stringLiteral)));
}
