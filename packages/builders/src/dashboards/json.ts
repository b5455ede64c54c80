import type { Partially } from './schema.ts';

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object type whose optional properties may also be undefined. */
type Loose<T> = { readonly [Key in keyof T]: undefined extends T[Key] ? T[Key] | undefined : T[Key] };

/** The object without its undefined properties. */
export function present<T extends object>(object: Loose<T>): T;
export function present(object: object): object {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) if (value !== undefined) copy[key] = value;
  return copy;
}

/** What a JSON file would hold of a value: no functions, no undefined, nothing shared with the original. */
export function jsonOf<T>(value: T): T;
export function jsonOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((inner: unknown) => jsonOf(inner));
  return isObject(value) ? jsonObject(value) : value;
}

/** The same of an object; anything else gives an empty one. */
export function jsonObject(value: unknown): JsonObject {
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(isObject(value) ? value : {})) {
    if (inner !== undefined && typeof inner !== 'function') copy[key] = jsonOf(inner);
  }
  return copy;
}

/** `base` with `changes` laid over it, at every depth; an array or a scalar replaces what was there. */
export function overlay<T>(base: T, changes: Partially<T> | undefined): T;
export function overlay(base: unknown, changes: unknown): unknown {
  if (changes === undefined) return base;
  if (!isObject(base) || !isObject(changes)) return jsonOf(changes);
  const result: Record<string, unknown> = { ...base };
  for (const [key, change] of Object.entries(changes)) {
    if (change !== undefined) result[key] = overlay(base[key], change);
  }
  return result;
}
