import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Gives the new file the mode of the old one and, where this user may, its owner: a service may read nothing else. */
function keepRights(file: number, old: { readonly mode: number; readonly uid: number; readonly gid: number }): void {
  fchmodSync(file, old.mode);
  try {
    fchownSync(file, old.uid, old.gid);
  } catch {
    // Only root gives files away; the mode is kept in any case.
  }
}

/**
 * Writes a whole file or nothing: readers, and a killed run, see the old content or the new. Makes missing folders, follows
 * a link, and keeps the rights of what was there.
 */
export function writeAtomically(path: string, content: string): void {
  const old = statSync(path, { throwIfNoEntry: false });
  const target = old === undefined ? path : realpathSync(path);
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true });
  // In the same folder, as only there a rename replaces in one step; the name is no rule or catalog file to anybody.
  const temporary = join(folder, `.binnacle-${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'w');
    try {
      writeSync(file, content);
      if (old !== undefined) keepRights(file, old);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
