import { sha256 } from './file-record.ts';
import type { Store } from './store.ts';

/** Values kept per computation that differs by flags. */
const KEPT = 16;

/** The hash of everything a result depends on. */
export function memoKey(...parts: readonly unknown[]): string {
  return sha256(JSON.stringify(parts));
}

type Entry = readonly [key: string, value: unknown];

function isEntry(value: unknown): value is Entry {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';
}

function readEntries(store: Store, name: string): readonly Entry[] {
  const entries = store.readJson(`${name}.json`);
  return Array.isArray(entries) ? entries.filter(isEntry) : [];
}

/** The value last remembered under `name`, when it was for the same key. */
export function recall(store: Store, name: string, key: string): unknown {
  return readEntries(store, name).find(([known]) => known === key)?.[1];
}

/** Remembers a value, in place of the oldest one when there are many. */
export function memorise(store: Store, name: string, [key, value]: Entry): void {
  const others = readEntries(store, name).filter(([known]) => known !== key);
  store.write(`${name}.json`, JSON.stringify([[key, value], ...others].slice(0, KEPT)));
}
