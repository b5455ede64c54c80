import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Observed } from '../load/observe.ts';
import { type FileRecord, recordFile, sha256, verifyFile } from './file-record.ts';

/** Names in a folder that decide what an import resolves to: `[folder, stems, names found]`. */
export type FolderRecord = readonly [folder: string, stems: readonly string[], names: string];

/** Everything a computation depended on. */
export interface Snapshot {
  readonly files: readonly FileRecord[];
  readonly folders: readonly FolderRecord[];
  /** Environment variables and a hash of their value. */
  readonly env: readonly (readonly [name: string, hash: string])[];
  /** Hash of all variables, when they were enumerated. */
  readonly wholeEnv: string | undefined;
}

/** What to take a snapshot of. */
export interface SnapshotInput {
  /** Absolute paths of files, present or not. */
  readonly files: Iterable<string>;
  /** Absolute paths without extension: a file that appears under one of them, or in it as `index`, changes what an import means. */
  readonly probes: Iterable<string>;
  readonly observed?: Observed | undefined;
}

/** Listing of a folder that is not there: no file name holds a slash. */
const ABSENT_FOLDER = '/';

function hashOfVariable(name: string): string {
  const value = process.env[name];
  return value === undefined ? '' : sha256(value);
}

function hashOfEnvironment(): string {
  return sha256(JSON.stringify(Object.entries(process.env).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function stemOf(name: string): string {
  const dot = name.indexOf('.', 1);
  return dot === -1 ? name : name.slice(0, dot);
}

function namesIn(folder: string, stems: ReadonlySet<string>): string {
  try {
    const names = readdirSync(folder).filter((name) => stems.has(stemOf(name)));
    return names.toSorted().join('/');
  } catch {
    return ABSENT_FOLDER;
  }
}

/** What an import that names `path` depends on in each folder. */
function foldersOf(probes: Iterable<string>): FolderRecord[] {
  const stems = new Map<string, Set<string>>();
  const add = (folder: string, stem: string): void => {
    const known = stems.get(folder);
    if (known === undefined) stems.set(folder, new Set([stem]));
    else known.add(stem);
  };
  for (const probe of probes) {
    add(dirname(probe), stemOf(basename(probe)));
    add(probe, 'index');
    add(probe, 'package');
  }
  return [...stems]
    .map(([folder, names]): FolderRecord => [folder, [...names].toSorted(), namesIn(folder, names)])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Records what a computation that began at `readSince` (ms since the epoch) depended on. */
export function takeSnapshot({ files, probes, observed }: SnapshotInput, readSince: number): Snapshot {
  return {
    files: [...new Set([...files, ...(observed?.paths ?? [])])].toSorted().map((path) => recordFile(path, readSince)),
    folders: foldersOf(probes),
    env: [...(observed?.env ?? [])].toSorted().map((name) => [name, hashOfVariable(name)] as const),
    wholeEnv: observed?.wholeEnv === true ? hashOfEnvironment() : undefined,
  };
}

/** The snapshot with fresh stamps when nothing it covers has changed (the same object when not even a stamp has), else undefined. */
export function verifySnapshot(snapshot: Snapshot): Snapshot | undefined {
  const { files, folders, env, wholeEnv } = snapshot;
  if (env.some(([name, hash]) => hashOfVariable(name) !== hash)) return undefined;
  if (wholeEnv !== undefined && hashOfEnvironment() !== wholeEnv) return undefined;
  if (folders.some(([folder, stems, names]) => namesIn(folder, new Set(stems)) !== names)) return undefined;
  let isFresh = true;
  const verified: FileRecord[] = [];
  for (const record of files) {
    const current = verifyFile(record);
    if (current === undefined) return undefined;
    if (current !== record) isFresh = false;
    verified.push(current);
  }
  return isFresh ? snapshot : { ...snapshot, files: verified };
}
