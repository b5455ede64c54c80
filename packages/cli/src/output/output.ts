import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../cache/file-record.ts';
import { ExpectedError, systemCode } from '../expected.ts';
import { applyInPlace } from './in-place.ts';
import { acquireLock, type LockOptions } from './lock.ts';
import { formatOutputManifest, MANIFEST, readOutputManifest } from './manifest.ts';
import { outputPlaces } from './places.ts';
import { GONE, NEW, OLD, recover } from './recover.ts';
import { completeStage, discardStage, openStage, swap } from './stage.ts';

/** Path, mtime (ms) and size of a file as it was last written or verified. */
export type OutputStamp = readonly [path: string, mtime: number, size: number];

/** What a build came to, path by path. */
export type OutputChange = 'created' | 'changed' | 'removed' | 'unchanged';

export interface OutputOptions extends LockOptions {
  readonly project: string;
  /** How messages call the folder. Default: its path. */
  readonly shownAs?: string;
  /** Replace files that somebody else put where ours go. */
  readonly force?: boolean;
  /** Stamps of the last build: a file that still has its stamp is not read. */
  readonly stamps?: readonly OutputStamp[];
}

/** What a commit came to. */
export interface Committed {
  readonly changes: ReadonlyMap<string, OutputChange>;
  /** Of every file the manifest lists, and of the manifest. */
  readonly stamps: readonly OutputStamp[];
}

/** An output folder open for one build: nothing in it changes before `commit`, and then everything at once. */
export interface Output {
  /** Adds a file: `path` is relative, with `/`. `room` is what to wait for when writing cannot keep up. */
  readonly put: (path: string, content: string) => { readonly hash: string; readonly room: Promise<void> | undefined };
  /** Adds files that are in the folder as we wrote them, known by their hashes: all of them, or none and false. */
  readonly keep: (files: readonly (readonly [path: string, hash: string])[]) => boolean;
  /**
   * Makes the folder hold what was put. Files of earlier builds that were not put are removed where `isInScope`; nothing else
   * is touched. When nothing differs, nothing is written. Throws an expected error when a file of somebody else is in the way.
   */
  readonly commit: (isInScope: (path: string) => boolean) => Promise<Committed>;
  /** Removes what was prepared and lets the next build in; to be called in any case. */
  readonly close: () => void;
}

/** Names shown of files that are in the way. */
const SHOWN = 5;

function checkPath(path: string, known: ReadonlyMap<string, string>): void {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..') || /[\\\0]/.test(path)) {
    throw new ExpectedError(
      `the output file ${JSON.stringify(path)} would leave the output folder`,
      'rename the resource',
    );
  }
  const same = known.get(path.toLowerCase());
  if (same === undefined) return;
  throw new ExpectedError(
    same === path
      ? `two resources make the output file ${path}`
      : `${same} and ${path} are one file where case does not count`,
    'rename one of the resources',
  );
}

/** True when a file on disk holds what its hash says. */
function holds(path: string, hash: string): boolean {
  try {
    return sha256(readFileSync(path)) === hash;
  } catch {
    return false;
  }
}

/** Takes the lock of an output folder and mends what a killed build left of it. */
export async function openOutput(folder: string, options: OutputOptions): Promise<Output> {
  const { shownAs: name = folder } = options;
  const places = outputPlaces(folder);
  const { out, beside, prefix } = places;
  const release = await locked();
  try {
    recover(places);
    const manifest = readOutputManifest(out);
    if (manifest !== undefined && manifest.project !== options.project && options.force !== true) {
      throw new ExpectedError(
        `the output folder ${name} belongs to the project '${manifest.project}'`,
        'give each project an output folder of its own, or take it over with --force',
      );
    }
    return prepare(manifest?.files ?? new Map<string, string>());
  } catch (error) {
    release();
    throw cannotWrite(error);
  }

  function locked(): Promise<() => void> {
    return acquireLock(places.lock, options).catch((error: unknown) => {
      throw cannotWrite(error);
    });
  }

  function cannotWrite(error: unknown): unknown {
    const code = systemCode(error);
    if (code === undefined) return error;
    return new ExpectedError(
      `cannot write to the output folder ${name} (${code})`,
      'give permission to write there, or choose another folder with --out',
    );
  }

  function prepare(before: ReadonlyMap<string, string>): Output {
    const stage = openStage(join(beside, `${prefix}${NEW}`));
    const stamps = new Map((options.stamps ?? []).map((stamp) => [stamp[0], stamp]));
    const folded = new Map<string, string>();
    const files = new Map<string, string>();
    const changes = new Map<string, OutputChange>();
    const foreign: string[] = [];

    /** True when our file is on disk as we wrote it; its stamp is then known. */
    function isIntact(path: string, hash: string): boolean {
      const stats = lstatSync(join(out, path), { throwIfNoEntry: false });
      if (stats === undefined || !stats.isFile()) return false;
      const stamp = stamps.get(path);
      if (stamp?.[1] === stats.mtimeMs && stamp[2] === stats.size) return true;
      if (!holds(join(out, path), hash)) return false;
      stamps.set(path, [path, stats.mtimeMs, stats.size]);
      return true;
    }

    function add(path: string, hash: string): void {
      checkPath(path, folded);
      folded.set(path.toLowerCase(), path);
      files.set(path, hash);
    }

    function keep(given: readonly (readonly [path: string, hash: string])[]): boolean {
      if (!given.every(([path, hash]) => before.get(path) === hash && isIntact(path, hash))) return false;
      for (const [path, hash] of given) {
        add(path, hash);
        changes.set(path, 'unchanged');
      }
      return true;
    }

    function put(path: string, text: string): ReturnType<Output['put']> {
      const content = Buffer.from(text);
      const hash = sha256(content);
      add(path, hash);
      return { hash, room: stageUnlessThere(path, content, hash) };
    }

    function stageUnlessThere(path: string, content: Buffer, hash: string): Promise<void> | undefined {
      const known = before.get(path);
      if (known === hash && isIntact(path, hash)) {
        changes.set(path, 'unchanged');
        return undefined;
      }
      const isThere = lstatSync(join(out, path), { throwIfNoEntry: false }) !== undefined;
      if (known === undefined && isThere) {
        if (isIntact(path, hash)) {
          changes.set(path, 'unchanged');
          return undefined;
        }
        foreign.push(path);
        if (options.force !== true) return undefined;
      }
      changes.set(path, isThere ? 'changed' : 'created');
      return stage.put(path, content);
    }

    async function commit(isInScope: (path: string) => boolean): Promise<Committed> {
      if (foreign.length > 0 && options.force !== true) throw inTheWay();
      const removed = new Set<string>();
      for (const [path, hash] of before) {
        if (files.has(path)) continue;
        if (isInScope(path)) removed.add(path);
        else files.set(path, hash);
      }
      for (const path of removed) changes.set(path, 'removed');
      const manifest = Buffer.from(formatOutputManifest({ project: options.project, files }));
      if (!holds(join(out, MANIFEST), sha256(manifest))) void stage.put(MANIFEST, manifest);
      await stage.settled();
      if (stage.paths().length > 0 || removed.size > 0) replace(removed);
      const current = [MANIFEST, ...files.keys()].toSorted().flatMap((path): OutputStamp[] => {
        const known = stamps.get(path);
        if (known !== undefined && path !== MANIFEST && !stage.has(path)) return [known];
        const stats = lstatSync(join(out, path), { throwIfNoEntry: false });
        return stats === undefined ? [] : [[path, stats.mtimeMs, stats.size]];
      });
      return { changes, stamps: current };
    }

    function replace(removed: ReadonlySet<string>): void {
      if (!places.isReplaceable) {
        applyInPlace(stage, out, removed);
        return;
      }
      if (existsSync(out)) completeStage(stage, out, removed);
      try {
        swap(stage, { out, old: join(beside, `${prefix}${OLD}`) }, removed);
      } catch (error) {
        // A mount point that looks like any folder, or somebody's working directory on Windows.
        if (!['EBUSY', 'EXDEV', 'EACCES', 'EPERM'].includes(systemCode(error) ?? '')) throw error;
        applyInPlace(stage, out, removed);
      }
    }

    function inTheWay(): ExpectedError {
      const shown = foreign.slice(0, SHOWN).join(', ');
      const more = foreign.length > SHOWN ? ` and ${foreign.length - SHOWN} more` : '';
      return new ExpectedError(
        `${name} already holds files that Binnacle did not write: ${shown}${more}`,
        'move them, choose another folder with --out, or overwrite them with --force',
      );
    }

    return {
      put,
      keep,
      commit,
      close() {
        discardStage(stage, join(beside, `${prefix}${GONE}`));
        release();
      },
    };
  }
}

/** True when a build is under way in an output folder, or one that was ended there left something behind. */
export function isUnsettled(given: string): boolean {
  const { lock, beside, prefix } = outputPlaces(given);
  return [lock, ...[NEW, OLD, GONE].map((suffix) => join(beside, `${prefix}${suffix}`))].some((path) =>
    existsSync(path),
  );
}

/** True when every file of an output folder still has its stamp: nobody edited or removed one since. */
export function hasStamps(out: string, stamps: readonly OutputStamp[]): boolean {
  return stamps.every(([path, mtime, size]) => {
    const stats = lstatSync(join(out, path), { throwIfNoEntry: false });
    return stats !== undefined && stats.mtimeMs === mtime && stats.size === size;
  });
}
