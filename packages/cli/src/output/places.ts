import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ExpectedError, systemCode } from '../expected.ts';

/** Where a build keeps what belongs to its output folder. All absolute. */
export interface OutputPlaces {
  /** The output folder, links resolved. */
  readonly out: string;
  /** Folder that holds the lock and, during a build, the new and the old tree: the parent of `out`, or `out` itself. */
  readonly beside: string;
  /** Common start of the names of these. */
  readonly prefix: string;
  readonly lock: string;
  /** False when the folder cannot be replaced as a whole: its parent cannot be written, or it is a mount point. */
  readonly isReplaceable: boolean;
}

/** Entries of the output folder that are the writer's own. */
export function isOwnEntry(name: string): boolean {
  return name.startsWith('.binnacle-');
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Makes a folder and those around it, one by one: a recursive `mkdirSync` never returns where a file system lets nobody make any. */
function makeFolder(folder: string): void {
  if (existsSync(folder) || dirname(folder) === folder) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

/** Finds the output folder and makes its parent. Throws an expected error when it cannot be a folder. */
export function outputPlaces(given: string): OutputPlaces {
  let out = given;
  try {
    if (existsSync(given)) {
      out = realpathSync(given);
      if (!lstatSync(out).isDirectory()) {
        throw new ExpectedError(
          `the output folder ${given} is a file`,
          'name a folder with --out or `out` in the config',
        );
      }
    } else {
      makeFolder(dirname(given));
      out = join(realpathSync(dirname(given)), basename(given));
    }
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    throw new ExpectedError(`cannot make the output folder ${given} (${systemCode(error) ?? String(error)})`);
  }
  const parent = dirname(out);
  const isReplaceable = isWritable(parent) && (!existsSync(out) || statSync(out).dev === statSync(parent).dev);
  const beside = isReplaceable ? parent : out;
  // Short even for a long folder name, and different for folders of one parent.
  const prefix = `.binnacle-${createHash('sha256').update(basename(out)).digest('hex').slice(0, 12)}`;
  return { out, beside, prefix, lock: join(beside, `${prefix}-lock`), isReplaceable };
}
