import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LiveResource } from '@binnacle/model';
import { TargetError } from '../target-error.ts';
import { systemCode, wordsOf } from './system-error.ts';

/** A file of a folder. */
export interface StoredFile {
  readonly name: string;
  readonly content: string;
}

/** What `read` gives, undefined when there is nothing at that path. */
function unlessMissing<T>(path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new TargetError('unavailable', wordsOf(error));
  }
}

/** The text of a file, undefined when there is none. Throws `TargetError` when it cannot be read. */
export function contentOf(path: string): string | undefined {
  return unlessMissing(path, () => readFileSync(path, 'utf8'));
}

/** The files of a folder whose names end so; none when there is no folder. Throws `TargetError` when it cannot be read. */
export function filesIn(folder: string, ending: string): StoredFile[] {
  const names = unlessMissing(folder, () => readdirSync(folder)) ?? [];
  return names
    .filter((name) => name.endsWith(ending))
    .flatMap((name) => {
      const content = contentOf(join(folder, name));
      return content === undefined ? [] : [{ name, content }];
    });
}

/** What a text is known by: its SHA-256. */
export function revisionOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Throws `TargetError` when the file is not the one the plan was made on, unless it already is what is wanted. */
export function assertUnchanged(path: string, live: LiveResource | undefined, wanted: string | undefined): void {
  const now = contentOf(path);
  if (now === wanted || (now === undefined ? undefined : revisionOf(now)) === live?.revision) return;
  throw new TargetError('conflict', `${path} was changed since the plan was made`, { fix: 'run the command again' });
}
