import { isRecord } from '@binnacle/model';

/** JSON of which nothing is known but that it is an object. */
export type Json = Readonly<Record<string, unknown>>;

const NOTHING: Json = {};

/** An object member; empty when it is none. */
export function object(from: Json, key: string): Json {
  const value = from[key];
  return isRecord(value) ? value : NOTHING;
}

/** The objects of a list member. */
export function objects(from: Json, key: string): readonly Json[] {
  const value = from[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** A text member that is not empty; numbers are taken for their text. */
export function text(from: Json, key: string): string | undefined {
  const value = from[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number member; old dashboards have numbers as texts. */
export function number(from: Json, key: string): number | undefined {
  const value = from[key];
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : undefined;
}

/** True for a member that is true. */
export function flag(from: Json, key: string): boolean {
  return from[key] === true;
}

/** The texts of a list member. */
export function texts(from: Json, key: string): readonly string[] {
  const value = from[key];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** An object without its members that are undefined or null: what an absent option looks like in the v2 shape. */
export function present(from: Json): Json {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined && value !== null));
}

/** An object without some of its members. */
export function without(from: Json, ...keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));
}
