import { dirname, join } from 'node:path';
import type { Definition } from '../load/definitions.ts';
import type { Observed } from '../load/observe.ts';
import { type FileRecord, recordFile } from './file-record.ts';
import { closureKey, type Manifest, type Packable, storeDefinitions, writeManifest } from './manifest.ts';
import { installedFiles, ownFiles, resolutionSettings } from './resolution.ts';
import type { Kept } from './reuse.ts';
import { takeSnapshot } from './snapshot.ts';
import type { Store } from './store.ts';

/** What evaluation says about the dependencies of definitions besides their closures. */
export interface Dependencies {
  readonly observed: Observed;
  readonly probes: readonly string[];
  readonly packages: readonly string[];
}

/** A load to be remembered. */
export interface Remembered {
  readonly root: string;
  readonly stateDir: string;
  readonly maker: string;
  /** Files of the definitions whose stored resources stay good. */
  readonly kept: readonly string[];
  /** Definitions that were evaluated; broken ones are left out, to be evaluated again. */
  readonly evaluated: readonly Definition[];
  /** Undefined when no module was evaluated. */
  readonly dependencies: Dependencies | undefined;
  /** When evaluation began, ms since the epoch. */
  readonly since: number;
}

/** Where bare imports would be looked up before `node_modules`. */
function bareProbes(baseUrls: readonly string[], packages: readonly string[]): string[] {
  const names = packages.flatMap((path) => /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1] ?? []);
  return baseUrls.flatMap((base) => names.map((name) => join(base, name)));
}

function union(a: readonly string[], b: Iterable<string>): string[] {
  return [...new Set([...a, ...b])].toSorted();
}

/** Writes what the next load can reuse. Returns the manifest, or undefined when nothing could be written. */
export function remember(store: Store, before: Kept | undefined, load: Remembered): Manifest | undefined {
  const { root, stateDir, maker, kept, evaluated, dependencies, since } = load;
  const good = evaluated.filter(({ exports }) => exports !== 'broken');
  const records = new Map<string, FileRecord>();
  const recordOf = (path: string): FileRecord => {
    let record = records.get(path);
    if (record === undefined) records.set(path, (record = before?.records.get(path) ?? recordFile(path, since)));
    return record;
  };
  const indexes = new Map<string, number>();
  const indexOf = (path: string): number => {
    let index = indexes.get(path);
    if (index === undefined) indexes.set(path, (index = indexes.size));
    return index;
  };
  const packables: Packable[] = kept.flatMap((file): Packable[] => {
    const stored = before?.definitions.get(file);
    if (stored === undefined) return [];
    const closure = stored.closure.map((index) => before?.manifest.files[index]?.[0] ?? '');
    return [{ ...stored, closure: closure.map(indexOf), stored }];
  });
  for (const { file, closure, exports, content } of good) {
    if (exports === 'broken') continue;
    const key = closureKey(closure.map(recordOf));
    packables.push({ file, closure: closure.map(indexOf), exports, key, content });
  }

  const known = before?.manifest;
  const env = union(known?.observed.env ?? [], dependencies?.observed.env ?? []);
  const paths = union(known?.observed.paths ?? [], dependencies?.observed.paths ?? []).filter(
    (path) => !path.startsWith(stateDir) && !/^\/(?:proc|sys|dev)\//.test(path),
  );
  const wholeEnv = known?.observed.wholeEnv === true || dependencies?.observed.wholeEnv === true;
  const probes = union(known?.probes ?? [], dependencies?.probes ?? []);
  const packages = union(known?.packages ?? [], dependencies?.packages ?? []);
  const files = [...indexes.keys()];
  const settings = resolutionSettings(root, new Set(files.map((path) => dirname(path))));
  // Which of its targets an alias means cannot be checked: every load starts anew.
  if (settings.isAmbiguous) return undefined;
  const ours = packages.filter((path) => /[\\/](?:@binnacle|packages)[\\/]/.test(path));
  const context = takeSnapshot(
    {
      files: [...settings.files, ...ownFiles(ours), ...installedFiles(packages)],
      probes: [...probes, ...bareProbes(settings.baseUrls, packages)],
      observed: { env: new Set(env), wholeEnv, paths: new Set(paths) },
    },
    since,
  );
  const sorted = packables.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const stored = storeDefinitions(store, sorted, known?.packs ?? []);
  if (stored === undefined) return undefined;
  const manifest = {
    maker,
    context,
    files: files.map(recordOf),
    ...stored,
    observed: { env, wholeEnv, paths },
    probes,
    packages,
  };
  return writeManifest(store, manifest);
}
