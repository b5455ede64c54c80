import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFile,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ExpectedError, systemCode } from '../expected.ts';
import { isOwnEntry } from './places.ts';

/** New content of files, collected under a folder in the layout they will have. */
export interface Stage {
  readonly folder: string;
  /** Begins to write a file. When too much is under way, returns what to wait for before the next. */
  readonly put: (path: string, content: Uint8Array) => Promise<void> | undefined;
  readonly has: (path: string) => boolean;
  readonly paths: () => readonly string[];
  /** Resolves when everything put is on disk; rejects when something could not be written. */
  readonly settled: () => Promise<void>;
}

/** Bytes on their way to the disk at most. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Files open at most: systems allow a process 256 to some thousands. */
const MOST_FILES = 200;

/** Opens an empty stage; its folder is made with the first file. Writing goes on beside the work of the caller. */
export function openStage(folder: string): Stage {
  const paths = new Set<string>();
  const folders = new Set<string>();
  const pending = new Set<Promise<void>>();
  let bytes = 0;
  let failure: unknown;
  let failedPath = '';

  function makeFolder(parent: string): void {
    if (folders.has(parent)) return;
    mkdirSync(parent, { recursive: true });
    folders.add(parent);
  }

  async function settled(): Promise<void> {
    await Promise.all(pending);
    const code = systemCode(failure);
    if (code !== undefined)
      throw new ExpectedError(
        `cannot write ${failedPath} (${code})`,
        'see that there is room, and permission to write',
      );
    if (failure !== undefined) throw failure;
  }

  return {
    folder,
    put(path, content) {
      const target = join(folder, path);
      makeFolder(dirname(target));
      paths.add(path);
      bytes += content.length;
      const written = new Promise<void>((resolve) => {
        writeFile(target, content, (error) => {
          if (error !== null && failure === undefined) [failure, failedPath] = [error, path];
          bytes -= content.length;
          pending.delete(written);
          resolve();
        });
      });
      pending.add(written);
      return bytes > MOST_BYTES || pending.size >= MOST_FILES ? settled() : undefined;
    },
    has: (path) => paths.has(path),
    paths: () => [...paths],
    settled,
  };
}

/** Attempts to remove a folder into which the last writes may still come. */
const ATTEMPTS = 10;
const BETWEEN_MS = 20;

function removeFolder(folder: string): void {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch {
      // A file that was just being opened got in between. `rmSync` tries again as well, but does not look what there is now.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BETWEEN_MS);
    }
  }
}

/**
 * Removes a stage at any moment. What is still to be written has its path; once the folder has another, nothing new comes
 * into it. What can nevertheless not be removed is left to the next build.
 */
export function discardStage({ folder }: Stage, aside: string): void {
  try {
    renameSync(folder, aside);
  } catch {
    // There is none, or Windows keeps a folder with open files where it is.
  }
  removeFolder(aside);
  removeFolder(folder);
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // File systems without hard links, or a file of another owner under a protective kernel.
    if (!['EPERM', 'EXDEV', 'ENOTSUP', 'EMLINK', 'ENOSYS', 'EACCES'].includes(systemCode(error) ?? '')) throw error;
    copyFileSync(from, to);
  }
}

/**
 * Completes a stage with everything of `out` that stays: unchanged and foreign files as hard links, links as they are,
 * folders with their permissions. Folders that hold nothing but removed files are left out.
 */
export function completeStage(stage: Stage, out: string, removed: ReadonlySet<string>): void {
  const visit = (folder: string): void => {
    const entries = readdirSync(join(out, folder), { withFileTypes: true });
    let isKept = entries.length === 0;
    const target = join(stage.folder, folder);
    const keep = (): void => {
      if (isKept) return;
      isKept = true;
      mkdirSync(target, { recursive: true });
    };
    if (isKept) mkdirSync(target, { recursive: true });
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (folder === '' && isOwnEntry(entry.name)) continue;
      if (entry.isDirectory()) {
        visit(path);
        continue;
      }
      if (removed.has(path)) continue;
      keep();
      const [from, to] = [join(out, path), join(stage.folder, path)];
      if (stage.has(path)) {
        if (entry.isFile()) chmodSync(to, lstatSync(from).mode & 0o7777);
        continue;
      }
      try {
        if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
        else linkOrCopy(from, to);
      } catch (error) {
        if (systemCode(error) !== 'EEXIST') throw error;
        const what = entry.isSymbolicLink() ? 'a link' : 'a file';
        throw new ExpectedError(
          `${from} is ${what} where a folder must be`,
          'move it, or choose another output folder',
        );
      }
    }
    const { mode } = lstatSync(join(out, folder));
    if (isKept) chmodSync(target, mode & 0o7777);
  };
  visit('');
}

/** Files that came into the old tree after it was staged, moved to where they now belong. */
function rescue(old: string, out: string, known: ReadonlySet<string>): void {
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(old, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        visit(path);
      } else if (!known.has(path) && lstatSync(join(out, path), { throwIfNoEntry: false }) === undefined) {
        mkdirSync(dirname(join(out, path)), { recursive: true });
        renameSync(join(old, path), join(out, path));
      }
    }
  };
  visit('');
}

/**
 * Puts a complete stage in the place of `out`: two renames, between which only `old` holds the former output (a later run
 * restores it). `removed` are the paths that are meant to be gone.
 */
export function swap(stage: Stage, { out, old }: { out: string; old: string }, removed: ReadonlySet<string>): void {
  const isFirst = lstatSync(out, { throwIfNoEntry: false }) === undefined;
  if (!isFirst) renameSync(out, old);
  try {
    renameSync(stage.folder, out);
  } catch (error) {
    if (!isFirst) renameSync(old, out);
    throw error;
  }
  if (isFirst) return;
  rescue(old, out, removed);
  rmSync(old, { recursive: true, force: true });
}
