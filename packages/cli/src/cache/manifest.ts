import { randomUUID } from 'node:crypto';
import { type FileRecord, sha256 } from './file-record.ts';
import type { Snapshot } from './snapshot.ts';
import type { Store } from './store.ts';

const NAME = 'definitions.json';
/** Raised whenever the meaning of what is stored changes. */
const FORMAT = 1;
/** Packs beyond this are merged into one. */
const MOST_PACKS = 8;

/** A definition as stored: its closure as indexes into `files`, and where its resources are. */
export interface StoredDefinition {
  readonly file: string;
  readonly closure: readonly number[];
  readonly exports: 'resources' | 'nothing';
  /** Hash over the names and contents of its closure. */
  readonly key: string;
  readonly pack: number;
  readonly start: number;
  readonly end: number;
}

/** What the last load left behind: enough to tell what has changed since, without the resources themselves. */
export interface Manifest {
  readonly format: number;
  /** Versions and project the rest is good for. */
  readonly maker: string;
  /** What every definition depends on. */
  readonly context: Snapshot;
  readonly files: readonly FileRecord[];
  readonly definitions: readonly StoredDefinition[];
  /** File names and sizes in bytes. */
  readonly packs: readonly (readonly [name: string, size: number])[];
  readonly observed: { readonly env: readonly string[]; readonly wholeEnv: boolean; readonly paths: readonly string[] };
  readonly probes: readonly string[];
  readonly packages: readonly string[];
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;
}

/** The manifest in `store`, unless there is none that this `maker` wrote. */
export function readManifest(store: Store, maker: string): Manifest | undefined {
  const manifest = store.readJson(NAME);
  return isManifest(manifest) && manifest.maker === maker ? manifest : undefined;
}

/** Forgets the last load. */
export function discardManifest(store: Store): void {
  store.write(NAME, '');
}

/** Writes the manifest, then drops the packs nothing refers to. Undefined when it could not be written. */
export function writeManifest(store: Store, content: Omit<Manifest, 'format'>): Manifest | undefined {
  const manifest = { format: FORMAT, ...content };
  if (!store.write(NAME, JSON.stringify(manifest))) return undefined;
  const used = new Set(manifest.packs.map(([name]) => name));
  for (const name of store.names()) if (name.startsWith('pack-') && !used.has(name)) store.remove(name);
  return manifest;
}

/** Hash over what a definition was made from. */
export function closureKey(records: readonly FileRecord[]): string {
  return sha256(records.map(([path, , , , , hash]) => `${path}\0${hash}`).join('\n'));
}

/** A definition whose content is in hand (just evaluated) or in a pack of the manifest before. */
export type Packable = Omit<StoredDefinition, 'pack' | 'start' | 'end'> &
  ({ readonly content: Buffer } | { readonly stored: StoredDefinition });

/**
 * Puts the contents of new definitions into a pack of their own and keeps the others where they are, or all of them into
 * one pack when there are many. Returns undefined when the store cannot be written or a pack is damaged.
 */
export function storeDefinitions(
  store: Store,
  packables: readonly Packable[],
  before: Manifest['packs'],
): Pick<Manifest, 'definitions' | 'packs'> | undefined {
  const merge = before.length >= MOST_PACKS;
  const packs = merge ? [] : [...before];
  const chunks: Buffer[] = [];
  let size = 0;
  const definitions: StoredDefinition[] = [];
  const contents = before.map(() => undefined as Buffer | undefined);
  for (const packable of packables) {
    const { file, closure, exports, key } = packable;
    let chunk: Buffer;
    if ('content' in packable) {
      chunk = packable.content;
    } else if (merge) {
      const { pack, start, end } = packable.stored;
      const content = (contents[pack] ??= store.readPack(before[pack]?.[0] ?? ''));
      if (content === undefined || content.length < end) return undefined;
      chunk = content.subarray(start, end);
    } else {
      const { pack, start, end } = packable.stored;
      definitions.push({ file, closure, exports, key, pack, start, end });
      continue;
    }
    definitions.push({ file, closure, exports, key, pack: packs.length, start: size, end: size + chunk.length });
    chunks.push(chunk);
    size += chunk.length;
  }
  if (chunks.length > 0) {
    const name = `pack-${randomUUID()}.json`;
    if (!store.write(name, chunks)) return undefined;
    packs.push([name, size]);
  }
  return withoutUnused({ definitions, packs });
}

function withoutUnused({
  definitions,
  packs,
}: Pick<Manifest, 'definitions' | 'packs'>): Pick<Manifest, 'definitions' | 'packs'> {
  const used = [...new Set(definitions.map(({ pack }) => pack))].toSorted((a, b) => a - b);
  const renumbered = new Map(used.map((pack, index) => [pack, index]));
  return {
    definitions: definitions.map((definition) => ({ ...definition, pack: renumbered.get(definition.pack) ?? 0 })),
    packs: used.flatMap((pack) => packs.slice(pack, pack + 1)),
  };
}

/** Reads the contents of stored definitions. Throws when a pack is missing or not of the size it was written with. */
export function readContents(
  store: Store,
  { packs }: Pick<Manifest, 'packs'>,
  definitions: readonly StoredDefinition[],
): Buffer[] {
  const read = new Map<number, Buffer>();
  return definitions.map(({ pack, start, end }) => {
    let content = read.get(pack);
    if (content === undefined) {
      const [name = '', size] = packs[pack] ?? [];
      content = store.readPack(name);
      if (content === undefined || content.length !== size) throw new Error(`${name} is damaged`);
      read.set(pack, content);
    }
    return content.subarray(start, end);
  });
}
