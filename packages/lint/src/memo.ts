/** A map that forgets everything whenever it is full. */
export interface Forgetful<Key, Value> {
  readonly get: (key: Key) => Value | undefined;
  readonly has: (key: Key) => boolean;
  readonly set: (key: Key, value: Value) => void;
}

/**
 * A map of at most `most` entries for what is cheap to find again. A project is looked at one resource after the other, so
 * what is asked for again is near, and remembering all of it would make memory grow with the project.
 */
export function forgetful<Key, Value>(most: number): Forgetful<Key, Value> {
  const entries = new Map<Key, Value>();
  return {
    get: (key) => entries.get(key),
    has: (key) => entries.has(key),
    set(key, value) {
      if (entries.size >= most) entries.clear();
      entries.set(key, value);
    },
  };
}
