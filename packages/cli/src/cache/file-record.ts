import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';

/** A hash no content has: the file was not there. */
export const ABSENT = '-';
/** A hash nothing equals: the file may have changed while it was being read. */
const UNKNOWN = '';

/** What a file held: the stamp tells that it is untouched, the hash that it holds the same again. A folder's content is the names in it. */
export type FileRecord = readonly [
  path: string,
  mtime: number,
  ctime: number,
  size: number,
  inode: number,
  hash: string,
];

/** SHA-256, hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Milliseconds within which two writes of a file may leave the same time on it; whole seconds betray a coarse file system. */
function granularity(time: number): number {
  return time % 1000 === 0 ? 2000 : 20;
}

function contentHash(path: string, stats: Stats): string {
  return stats.isDirectory() ? `names:${sha256(readdirSync(path).toSorted().join('\0'))}` : sha256(readFileSync(path));
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // No permission, or a file where a folder should be: as good as absent.
    return undefined;
  }
}

/**
 * Records a file as it is now. `readSince` is when its content began to be used: a file touched since then may not be
 * what was used, and its record says so by equalling nothing.
 */
export function recordFile(path: string, readSince: number): FileRecord {
  const stats = statOf(path);
  if (stats === undefined) return [path, 0, 0, 0, 0, ABSENT];
  const { mtimeMs, ctimeMs, size, ino } = stats;
  const touched = Math.max(mtimeMs, ctimeMs);
  if (touched >= readSince - granularity(touched)) return [path, 0, 0, 0, 0, UNKNOWN];
  try {
    return [path, mtimeMs, ctimeMs, size, ino, contentHash(path, stats)];
  } catch {
    return [path, 0, 0, 0, 0, UNKNOWN];
  }
}

/**
 * Compares a file with its record. Returns the record itself when its stamp is unchanged, a fresh record when only the
 * stamp is new, undefined when the content is another.
 */
export function verifyFile(record: FileRecord): FileRecord | undefined {
  const [path, mtime, ctime, size, inode, hash] = record;
  const stats = statOf(path);
  if (stats === undefined) return hash === ABSENT ? record : undefined;
  if (hash === ABSENT || hash === UNKNOWN) return undefined;
  const { mtimeMs, ctimeMs } = stats;
  if (mtimeMs === mtime && ctimeMs === ctime && stats.size === size && stats.ino === inode) return record;
  try {
    if (contentHash(path, stats) !== hash) return undefined;
  } catch {
    return undefined;
  }
  const touched = Math.max(mtimeMs, ctimeMs);
  // Touched so recently that a change may still come with this very stamp: keep the old one, and hash again next time.
  if (touched >= Date.now() - granularity(touched)) return [path, 0, 0, 0, 0, hash];
  return [path, mtimeMs, ctimeMs, stats.size, stats.ino, hash];
}
