import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a whole file or nothing: readers, and a killed run, see the old content or the new. Makes missing folders. */
export function writeAtomically(path: string, content: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  // In the same folder, as only there a rename replaces in one step; the name is no rule or catalog file to anybody.
  const temporary = join(folder, `.binnacle-${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'w');
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
