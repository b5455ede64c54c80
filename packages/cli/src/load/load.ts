import { randomUUID } from 'node:crypto';
import { type Diagnostic, isResource, type Resource, type Source } from '@binnacle/model';
import { sha256 } from '../cache/file-record.ts';
import {
  discardManifest,
  type Manifest,
  readContents,
  readManifest,
  type StoredDefinition,
  writeManifest,
} from '../cache/manifest.ts';
import type { PackMemory, Remembered } from '../cache/pack-memory.ts';
import { remember } from '../cache/remember.ts';
import { type Kept, reuse } from '../cache/reuse.ts';
import { openStore, type Store } from '../cache/store.ts';
import type { Project } from '../config/project.ts';
import { version } from '../version.ts';
import { inConfig, type Part, unused } from './cross-file.ts';
import { isDataFile } from './data-file.ts';
import { findDefinitionFiles } from './definition-files.ts';
import { evaluateAll } from './evaluate-all.ts';
import { unusable } from './usable.ts';

/** What `load` found. */
export interface Loaded {
  /** Equal for equal definitions; a load with broken files equals no other. */
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Number of definition files, and how many of them had to be evaluated. */
  readonly definitions: number;
  readonly evaluated: number;
  /** Every file the definitions are made of, and every folder where one may appear: what to watch. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** The resources in order of file; parsed when first asked for. */
  readonly resources: () => Promise<readonly Resource[]>;
  /** Hash of what every definition depends on (packages, settings, Binnacle itself); undefined when it is not known for sure. */
  readonly context: string | undefined;
  /** Equal for equal resources with equal sources; undefined for what is none of these resources. */
  readonly digestOf: (resource: Resource) => string | undefined;
}

/** Hexadecimal digits kept of a digest: no two definitions share so many. */
const DIGEST = 32;
/** How long a process that has time reads before it looks whether it still has. */
const SLICE_MS = 8;

/** What of a project says where its cache is, and whether it is its own. */
export type Cached = Pick<Project, 'root' | 'stateDir'>;

export interface LoadOptions {
  /** False evaluates everything and leaves the cache alone. */
  readonly cache?: boolean;
  /** Told what to watch before anything is evaluated, as that may never end. */
  readonly onFound?: (files: readonly string[], folders: readonly string[]) => Promise<void>;
  /** What was read of the cache before, and will be when there is more. */
  readonly memory?: PackMemory;
  /** Told each module before it is evaluated. */
  readonly onFile?: (file: string, index: number, total: number) => void;
}

function withSource(resource: Resource, source: Source | null | undefined): Resource {
  return source === null || source === undefined ? resource : { ...resource, source };
}

function arePairs(value: unknown): value is readonly (readonly [source: Source | null, resource: Resource])[] {
  return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && isResource(pair[1]));
}

function resourcesIn(content: Buffer): Resource[] {
  const pairs: unknown = JSON.parse(content.toString());
  if (!arePairs(pairs)) throw new Error('not a pack');
  return pairs.map(([source, resource]) => withSource(resource, source));
}

function readPack(content: Buffer): Remembered {
  return { digest: sha256(content).slice(0, DIGEST), resources: resourcesIn(content) };
}

/** What is stored of definitions, by file. @throws when the packs are not what the manifest says they are */
function readStored(
  store: Store,
  source: Manifest,
  { stored, memory }: { readonly stored: readonly StoredDefinition[]; readonly memory: PackMemory | undefined },
): readonly (readonly [file: string, Remembered])[] {
  const unknown = stored.filter((definition) => memory?.get(source, definition) === undefined);
  const contents = new Map(readContents(store, source, unknown).map((content, index) => [unknown[index], content]));
  return stored.map((definition) => {
    const known = memory?.get(source, definition);
    if (known !== undefined) return [definition.file, known];
    const fresh = readPack(contents.get(definition) ?? Buffer.from('[]'));
    memory?.set(source, definition, fresh);
    return [definition.file, fresh];
  });
}

/** Reads what the cache has of a project into a memory, a little at a time, until it is told to stop. Evaluates nothing. */
export async function preload(project: Cached, memory: PackMemory, isStopped: () => boolean): Promise<void> {
  const store = openStore(project.stateDir);
  const source = readManifest(store, makerOf(project));
  if (source === undefined) return;
  try {
    const contents = readContents(store, source, source.definitions);
    let begun = performance.now();
    for (const [index, definition] of source.definitions.entries()) {
      if (isStopped()) return;
      memory.set(source, definition, readPack(contents[index] ?? Buffer.from('[]')));
      if (performance.now() - begun < SLICE_MS) continue;
      // oxlint-disable-next-line no-await-in-loop -- whoever waits for this process comes first
      await new Promise(setImmediate);
      begun = performance.now();
    }
  } catch {
    // What cannot be read will be made again.
  }
}

function makerOf({ root }: Cached): string {
  return [version(), process.version, process.platform, root].join('\n');
}

function partsOf(kept: Kept | undefined, files: readonly string[]): Part[] {
  return files.flatMap((file) => {
    const stored = kept?.definitions.get(file);
    if (stored === undefined) return [];
    const closure = stored.closure.map((index) => kept?.manifest.files[index]?.[0] ?? '');
    return [{ file, exports: stored.exports, closure }];
  });
}

/** Undefined when a file changed while it was being read: what was loaded then has no name. */
function contextOf({ context, maker }: Manifest): string | undefined {
  const contents = context.files.map(([path, , , , , hash]) => [path, hash]);
  if (contents.some(([, hash]) => hash === '')) return undefined;
  return sha256(JSON.stringify([maker, contents, context.env, context.wholeEnv]));
}

function idOf({ files, definitions }: Manifest, context: string): string | undefined {
  if (files.some(([, , , , , hash]) => hash === '')) return undefined;
  return sha256(JSON.stringify([context, definitions.map(({ file, key }) => [file, key])]));
}

/**
 * Finds the project's definition files and evaluates those that changed since the last load. What is wrong with one file
 * is a finding of that file; the resources of the others are there all the same.
 */
export async function load(
  project: Project,
  { cache = true, onFound, onFile, memory }: LoadOptions = {},
): Promise<Loaded> {
  const since = Date.now();
  const { root, config, stateDir, out } = project;
  const found = findDefinitionFiles(root, { ...config, skip: [stateDir, out] });
  const diagnostics: Diagnostic[] = found.diagnostics.map((diagnostic) => inConfig(diagnostic, project.configFile));
  const store = openStore(stateDir);
  const maker = makerOf(project);
  const manifest = cache ? readManifest(store, maker) : undefined;
  const before = manifest && reuse(manifest);
  await onFound?.([...found.files, ...(manifest?.files.map(([path]) => path) ?? [])], found.folders);
  const kept = found.files.filter((file) => before?.definitions.has(file));
  const changed = found.files.filter((file) => {
    if (before?.definitions.has(file)) return false;
    const diagnostic = unusable(file);
    if (diagnostic !== undefined) diagnostics.push(diagnostic);
    return diagnostic === undefined;
  });
  const keptParts = partsOf(before, kept);
  const imported = new Set(
    keptParts.flatMap(({ file, closure }) => closure.filter((path) => path !== file && isDataFile(path))),
  );

  const pending = changed.filter((file) => !imported.has(file) || !isDataFile(file));
  const made = await evaluateAll(pending, { root, stateDir, imported, onFile });
  diagnostics.push(...made.diagnostics);
  const madeParts = made.definitions.map(({ file, exports, closure }): Part => ({ file, exports, closure }));
  const parts = [...keptParts, ...madeParts].filter(({ file }) => !(isDataFile(file) && isImported(file)));
  diagnostics.push(...unused(parts));

  const isSame = made.definitions.length === 0 && parts.length === before?.manifest.definitions.length;
  let current: Manifest | undefined;
  if (isSame && before !== undefined) {
    current = before.isFresh ? before.manifest : writeManifest(store, before.manifest);
  } else if (cache) {
    const { dependencies, definitions: evaluated } = made;
    const files = new Set(parts.map(({ file }) => file));
    const remembered = { kept: kept.filter((file) => files.has(file)), evaluated, dependencies, since };
    current = remember(store, before, { root, stateDir, maker, ...remembered });
  }
  const isWhole = diagnostics.every(({ severity }) => severity !== 'error');
  const context = current && contextOf(current);
  const digests = new Map<Resource, string>();
  let reading: Promise<readonly Resource[]> | undefined;
  return {
    id: (isWhole && current && context !== undefined && idOf(current, context)) || randomUUID(),
    diagnostics,
    definitions: parts.length,
    evaluated: made.definitions.length,
    files: [...new Set(parts.flatMap(({ closure }) => closure))].toSorted(),
    folders: found.folders,
    resources: () => (reading ??= readResources()),
    context,
    digestOf: (resource) => digests.get(resource),
  };

  function isImported(file: string): boolean {
    return imported.has(file) || madeParts.some((other) => other.file !== file && other.closure.includes(file));
  }

  function digested({ digest, resources }: Remembered): readonly Resource[] {
    if (context !== undefined)
      for (const [index, resource] of resources.entries()) digests.set(resource, `${digest}.${index}`);
    return resources;
  }

  async function readResources(): Promise<readonly Resource[]> {
    const inHand = new Map(made.definitions.map((definition) => [definition.file, definition]));
    const good = new Set(parts.map(({ file }) => file));
    const source = current ?? before?.manifest;
    const stored = (source?.definitions ?? []).filter(({ file }) => good.has(file) && !inHand.has(file));
    try {
      const byFile = new Map(source === undefined ? [] : readStored(store, source, { stored, memory }));
      for (const [file, { content }] of inHand) byFile.set(file, readPack(content));
      // The contents are large; nobody needs them after this.
      made.definitions.length = 0;
      return [...byFile].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, content]) => digested(content));
    } catch {
      // The packs are not what the manifest says they are: as if there were none.
      discardManifest(store);
      return (await load(project, { cache, ...(onFile && { onFile }), ...(memory && { memory }) })).resources();
    }
  }
}
