import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError, systemCode } from '../expected.ts';
import { isAlive, processStart } from '../process-alive.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly start?: string;
}

export interface LockOptions {
  /** How long to wait for another build, ms. */
  readonly patience?: number;
  /** Told once when there is something to wait for. */
  readonly onWait?: (pid: number) => void;
}

const POLL_MS = 50;
/** A lock file without content: its maker is about to write it, or died before it could. */
const UNFINISHED_MS = 2000;

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number';
}

function readHolder(path: string): Holder | 'unfinished' | 'gone' | 'abandoned' {
  try {
    const text = readFileSync(path, 'utf8');
    if (text !== '') {
      const holder: unknown = JSON.parse(text);
      return isHolder(holder) ? holder : 'abandoned';
    }
    return Date.now() - statSync(path).mtimeMs < UNFINISHED_MS ? 'unfinished' : 'abandoned';
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? 'gone' : 'abandoned';
  }
}

/** Puts a lock of a dead process away. Another process may do the same: only one of the renames finds the file. */
function takeAway(path: string, holder: Holder | 'abandoned'): void {
  const aside = `${path}-${process.pid}`;
  try {
    renameSync(path, aside);
    const taken = readHolder(aside);
    const isOther = typeof taken === 'object' && (typeof holder !== 'object' || taken.pid !== holder.pid);
    // Somebody was faster and this is already their lock: give it back.
    if (isOther) linkSync(aside, path);
  } catch {
    // Gone, or locked again meanwhile; the next attempt sees how things are.
  }
  rmSync(aside, { force: true });
}

/**
 * Takes the lock of an output folder, waiting for a build that holds it. Returns the function that releases it. A lock
 * whose process is dead is taken over; one that is held for longer than `patience` is an expected error.
 */
export async function acquireLock(path: string, { patience = 60_000, onWait }: LockOptions = {}): Promise<() => void> {
  const start = processStart(process.pid);
  const own: Holder = { pid: process.pid, host: hostname(), ...(start !== undefined && { start }) };
  const until = Date.now() + patience;
  for (let isFirst = true; ; isFirst = false) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder === 'gone') continue;
    const isDead = holder === 'abandoned' || (typeof holder === 'object' && isDeadHere(holder));
    if (isDead) {
      takeAway(path, holder);
      continue;
    }
    const pid = typeof holder === 'object' ? holder.pid : 0;
    if (Date.now() >= until) {
      const where = typeof holder === 'object' && holder.host !== own.host ? ` on ${holder.host}` : '';
      throw new ExpectedError(
        `another build (process ${pid}${where}) is writing to the same output folder`,
        `wait for it to end; if there is none, delete ${path}`,
      );
    }
    if (isFirst) onWait?.(pid);
    await sleep(POLL_MS);
  }

  function isDeadHere(holder: Holder): boolean {
    return holder.host === own.host && !isAlive(holder.pid, holder.start);
  }
}
