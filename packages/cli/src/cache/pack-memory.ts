import type { Resource } from '@binnacle/model';
import type { Manifest, StoredDefinition } from './manifest.ts';

/** The resources of one definition, with the digest of the text they were read from. */
export interface Remembered {
  readonly digest: string;
  readonly resources: readonly Resource[];
}

/**
 * Keeps what was read from packs, for a process that reads a project twice. A pack never changes under its name, so that what
 * stands at a place in it is the same for good.
 */
export interface PackMemory {
  readonly get: (source: Pick<Manifest, 'packs'>, definition: StoredDefinition) => Remembered | undefined;
  readonly resources: () => readonly Resource[];
  readonly set: (source: Pick<Manifest, 'packs'>, definition: StoredDefinition, remembered: Remembered) => void;
}

function keyOf({ packs }: Pick<Manifest, 'packs'>, { pack, start, end }: StoredDefinition): string {
  return `${packs[pack]?.[0] ?? ''} ${start} ${end}`;
}

/** A memory that nothing is in yet. */
export function createPackMemory(): PackMemory {
  const all = new Map<string, Remembered>();
  return {
    resources: () => [...all.values()].flatMap(({ resources }) => resources),
    get: (source, definition) => all.get(keyOf(source, definition)),
    set: (source, definition, remembered) => void all.set(keyOf(source, definition), remembered),
  };
}
