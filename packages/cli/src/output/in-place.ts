import { copyFileSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCode } from '../expected.ts';
import type { Stage } from './stage.ts';

/** Both start with the prefix of the writer's own entries. */
const STAGING = '.binnacle-staging';
const JOURNAL = '.binnacle-journal.json';

interface Journal {
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

function isJournal(value: unknown): value is Journal {
  return typeof value === 'object' && value !== null && 'put' in value && 'remove' in value;
}

function isMissing(error: unknown): boolean {
  return systemCode(error) === 'ENOENT';
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error;
    copyFileSync(from, to);
    rmSync(from);
  }
}

/** Carries out a journal; what an earlier attempt has done already is skipped. */
function replay(out: string, { put, remove }: Journal): void {
  for (const path of put) {
    try {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      renameSync(join(out, STAGING, path), join(out, path));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  for (const path of remove) {
    rmSync(join(out, path), { force: true });
    try {
      for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) rmdirSync(join(out, folder));
    } catch {
      // The folder holds something else.
    }
  }
  rmSync(join(out, JOURNAL), { force: true });
  rmSync(join(out, STAGING), { recursive: true, force: true });
}

/**
 * Writes staged files one by one, for an output folder that cannot be renamed (a mount point). The journal written before
 * the first of them makes the next run finish what a killed one began.
 */
export function applyInPlace(stage: Stage, out: string, removed: ReadonlySet<string>): void {
  mkdirSync(out, { recursive: true });
  rmSync(join(out, STAGING), { recursive: true, force: true });
  const put = stage.paths();
  for (const path of put) move(join(stage.folder, path), join(out, STAGING, path));
  rmSync(stage.folder, { recursive: true, force: true });
  const journal: Journal = { put, remove: [...removed] };
  const temporary = join(out, `${JOURNAL}.tmp`);
  writeFileSync(temporary, JSON.stringify(journal));
  renameSync(temporary, join(out, JOURNAL));
  replay(out, journal);
}

/** Finishes what a killed run began in an output folder, or clears away what it had only prepared. */
export function finishInPlace(out: string): void {
  let journal: Journal;
  try {
    const written: unknown = JSON.parse(readFileSync(join(out, JOURNAL), 'utf8'));
    if (!isJournal(written)) throw new Error(`${join(out, JOURNAL)} is no journal`);
    journal = written;
  } catch (error) {
    if (!isMissing(error)) throw error;
    rmSync(join(out, STAGING), { recursive: true, force: true });
    rmSync(join(out, `${JOURNAL}.tmp`), { force: true });
    return;
  }
  replay(out, journal);
}
