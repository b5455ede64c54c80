import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writevSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeStateDir } from './state-dir.ts';

/** Names JSON documents and opaque packs in a project's `.binnacle` folder. Nothing in it is needed: what cannot be read is as good as absent. */
export interface Store {
  readonly readJson: (name: string) => unknown;
  readonly readPack: (name: string) => Buffer | undefined;
  /** False when the folder cannot be written; the next run then starts anew. */
  readonly write: (name: string, content: string | readonly Uint8Array[]) => boolean;
  /** Removes a file that nothing refers to; a young one is left for a later run. */
  readonly remove: (name: string) => void;
  readonly names: () => string[];
}

/** Unused packs younger than this may belong to a build that has yet to write what refers to them. */
const GRACE_MS = 60_000;
/** Pieces handed to the system at once. */
const CHUNKS = 256;

/** Writes a file piece by piece: joining the pieces first would hold all of it in memory twice. */
function writeChunks(path: string, chunks: readonly Uint8Array[]): void {
  const file = openSync(path, 'w');
  try {
    for (let at = 0; at < chunks.length; at += CHUNKS) {
      const some = chunks.slice(at, at + CHUNKS);
      const size = some.reduce((sum, { length }) => sum + length, 0);
      if (writevSync(file, some) !== size) throw new Error(`${path} could not be written whole`);
    }
  } finally {
    closeSync(file);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be written, nothing was.
  }
}

/** Opens the store in `stateDir`, which is made on the first write and ignored by git of its own accord. */
export function openStore(stateDir: string): Store {
  const folder = join(stateDir, 'cache');
  let writes = 0;
  return {
    readJson(name) {
      try {
        return JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown;
      } catch {
        return undefined;
      }
    },
    readPack(name) {
      try {
        return readFileSync(join(folder, name));
      } catch {
        return undefined;
      }
    },
    write(name, content) {
      const temporary = join(folder, `${name}.${process.pid}.${++writes}.tmp`);
      try {
        makeStateDir(stateDir);
        mkdirSync(folder, { recursive: true });
        if (typeof content === 'string') writeFileSync(temporary, content);
        else writeChunks(temporary, content);
        renameSync(temporary, join(folder, name));
        return true;
      } catch {
        discard(temporary);
        return false;
      }
    },
    remove(name) {
      try {
        const { mtimeMs } = statSync(join(folder, name));
        if (mtimeMs < Date.now() - GRACE_MS) rmSync(join(folder, name), { force: true });
      } catch {
        // Another build removed it first.
      }
    },
    names() {
      try {
        return readdirSync(folder).toSorted();
      } catch {
        return [];
      }
    },
  };
}
