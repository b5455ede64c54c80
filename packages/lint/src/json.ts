/** A resource may come from a hand-written file that `validate` has yet to complain about, so views read it with care. */
export type Json = unknown;

/** The field of an object, or undefined when `value` is no object or lacks it. */
export function field(value: Json, key: string): Json {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  return found;
}

/** The value at the end of a path of keys, or undefined. */
export function at(value: Json, ...keys: readonly string[]): Json {
  return keys.reduce(field, value);
}

/** The value as a list; anything else is an empty one. */
export function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The entries of an object; anything else has none. */
export function entries(value: Json): readonly (readonly [string, Json])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** The value when it is text, else undefined. */
export function text(value: Json): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
