import { sha256 } from './file-record.ts';
import type { Store } from './store.ts';

/** Values kept per computation that differs by flags. */
const KEPT = 16;

/** The hash of everything a result depends on. */
export function memoKey(...parts: readonly unknown[]): string {
  return sha256(JSON.stringify(parts));
}

/** The value last remembered under `name`, when it was for the same key. */
export function recall(store: Store, name: string, key: string): unknown {
  const entries = store.readJson(`${name}.json`) as readonly (readonly [string, unknown])[] | undefined;
  return Array.isArray(entries) ? entries.find(([known]) => known === key)?.[1] : undefined;
}

/** Remembers a value, in place of the oldest one when there are many. */
export function memorise(store: Store, name: string, [key, value]: readonly [string, unknown]): void {
  const entries = store.readJson(`${name}.json`);
  const others = (Array.isArray(entries) ? (entries as [string, unknown][]) : []).filter(([known]) => known !== key);
  store.write(`${name}.json`, JSON.stringify([[key, value], ...others].slice(0, KEPT)));
}
