import { hash } from './names.ts';

/** Panel ids stay below 2^30, so that Grafana can count on from the largest. */
const ID_BITS = 0x3f_ff_ff_ff;

/**
 * The numeric id of every element, from its key alone: adding, renaming or moving one panel leaves the others' ids. Of
 * two keys with the same hash the later one by name gets another.
 */
export function panelIds(keys: readonly string[]): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  const taken = new Set<number>([0]);
  for (const key of keys.toSorted()) {
    let id = hash(key) & ID_BITS;
    for (let salt = 1; taken.has(id); salt++) id = hash(`${key}#${salt}`) & ID_BITS;
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}
