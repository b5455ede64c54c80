import type { Resource } from '@binnacle/model';
import { sha256 } from './file-record.ts';
import type { Store } from './store.ts';

/** What was computed of resources in one context. */
export interface Scope {
  readonly get: (resource: Resource) => unknown;
  readonly set: (resource: Resource, value: unknown) => void;
}

/** Remembers from run to run what was computed of single resources. */
export interface ResourceMemo {
  /**
   * The results of one computation. `context` is plain data, and everything a result depends on besides its resource: with
   * another context nothing is remembered.
   */
  readonly scope: (context: unknown) => Scope;
  /** Writes what this run asked for or computed. The rest is forgotten, unless the run ended before it could ask. */
  readonly save: (run: 'whole' | 'stopped') => void;
}

/** What tells resources apart, and what all results depend on. */
export interface Identity {
  /** Undefined when it is not known for sure; nothing is remembered then. */
  readonly context: string | undefined;
  /** Undefined for a resource of which nothing can be remembered. */
  readonly digestOf: (resource: Resource) => string | undefined;
}

const NAME = 'resources.json';

const FORGETFUL: ResourceMemo = {
  scope: () => ({ get: () => undefined, set: () => undefined }),
  save: () => undefined,
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function readEntries(store: Store, context: string): Readonly<Record<string, unknown>> {
  const stored = store.readJson(NAME);
  return isObject(stored) && stored['context'] === context && isObject(stored['entries']) ? stored['entries'] : {};
}

/** Opens what the last run left in `store`; undefined gives a memo that remembers nothing. */
export function openResourceMemo(store: Store | undefined, { context, digestOf }: Identity): ResourceMemo {
  if (store === undefined || context === undefined) return FORGETFUL;
  const before = readEntries(store, context);
  const after: Record<string, Record<string, unknown>> = {};
  return {
    scope(dependencies) {
      const id = sha256(JSON.stringify(dependencies));
      const known = isObject(before[id]) ? before[id] : {};
      const kept = (after[id] ??= {});
      return {
        get(resource) {
          const digest = digestOf(resource);
          const value = digest === undefined ? undefined : (kept[digest] ?? known[digest]);
          if (digest !== undefined && value !== undefined) kept[digest] = value;
          return value;
        },
        set(resource, value) {
          const digest = digestOf(resource);
          if (digest !== undefined) kept[digest] = value;
        },
      };
    },
    save(run) {
      const entries = run === 'whole' ? after : { ...before, ...after };
      store.write(NAME, JSON.stringify({ context, entries }));
    },
  };
}
