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
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ExpectedError, systemCode } from '../expected.ts';
import { isOwnEntry } from './places.ts';

/** New content of files, collected under a folder in the layout they will have. */
export interface Stage {
  readonly folder: string;
  readonly put: (path: string, content: string) => void;
  readonly has: (path: string) => boolean;
  readonly paths: () => readonly string[];
}

/** Opens an empty stage; its folder is made with the first file. */
export function openStage(folder: string): Stage {
  const paths = new Set<string>();
  const folders = new Set<string>();
  return {
    folder,
    put(path, content) {
      const target = join(folder, path);
      const parent = dirname(target);
      if (!folders.has(parent)) {
        mkdirSync(parent, { recursive: true });
        folders.add(parent);
      }
      writeFileSync(target, content);
      paths.add(path);
    },
    has: (path) => paths.has(path),
    paths: () => [...paths],
  };
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
