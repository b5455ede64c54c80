import { apply, vector } from './expression.ts';
import type { Instant, Matchable, Matchers, Vector, Window } from './vector.ts';
import { rangeCall } from './windowed.ts';

/** Labels that matchers fix to one value: the only ones `absent` can give its result. */
export type FixedLabels<M> = keyof { [Name in keyof M as M[Name] extends string ? Name : never]: true } & string;

/**
 * 1 when no series of the selector exists, nothing otherwise. The result has the labels that `matchers` fix to one
 * value, and no other.
 */
export function absent<W, const M extends W = W>(
  series: Matchable<W>,
  matchers?: M,
): Vector<FixedLabels<M>, 'bool', 'gauge'>;
export function absent(v: Instant): Vector<never, 'bool', 'gauge'>;
export function absent(v: Instant | Matchable<Matchers>, matchers?: Matchers): Vector<string, 'bool', 'gauge'> {
  return vector(apply('absent', matchers !== undefined && 'where' in v ? v.where(matchers) : v));
}

/** As {@link absent}, over a whole window: 1 when there was no sample in it. */
export function absentOverTime<W, const M extends W = W>(
  series: Matchable<W>,
  over?: Window,
  matchers?: M,
): Vector<FixedLabels<M>, 'bool', 'gauge'> {
  return vector(rangeCall('absent_over_time', matchers === undefined ? series : series.where(matchers), over));
}
