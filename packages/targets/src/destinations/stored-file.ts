import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { LiveResource } from '@binnacle/model';
import { TargetError } from '../target-error.ts';
import { systemCode, wordsOf } from './system-error.ts';

/** The text of a file, undefined when there is none. Throws `TargetError` when it cannot be read. */
export function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new TargetError('unavailable', `${path}: ${wordsOf(error)}`);
  }
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
