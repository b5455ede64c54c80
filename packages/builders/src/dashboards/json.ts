import type { Partially } from './schema.ts';

type Object = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object type whose optional properties may also be undefined. */
type Loose<T> = { readonly [Key in keyof T]: undefined extends T[Key] ? T[Key] | undefined : T[Key] };

/** The object without its undefined properties. */
export function present<T extends object>(object: Loose<T>): T {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) if (value !== undefined) copy[key] = value;
  return copy as T;
}

/** What a JSON file would hold of a value: no functions, no undefined, nothing shared with the original. */
export function jsonOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(jsonOf) as T;
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner !== undefined && typeof inner !== 'function') copy[key] = jsonOf(inner);
  }
  return copy as T;
}

/** `base` with `changes` laid over it, at every depth; an array or a scalar replaces what was there. */
export function overlay<T>(base: T, changes: Partially<T> | undefined): T {
  if (changes === undefined) return base;
  if (!isObject(base) || !isObject(changes)) return jsonOf(changes) as T;
  const result: Record<string, unknown> = { ...base };
  for (const [key, change] of Object.entries(changes)) {
    if (change !== undefined) result[key] = overlay(base[key], change as Partially<unknown>);
  }
  return result as T;
}
