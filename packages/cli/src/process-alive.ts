import { readFileSync } from 'node:fs';
import { systemCode } from './expected.ts';

/** When a process started, in kernel ticks since boot; undefined where that cannot be told. */
export function processStart(pid: number): string | undefined {
  try {
    // The command name, in parentheses, may itself hold spaces and parentheses.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return fields[19];
  } catch {
    return undefined;
  }
}

/** True when the process is running and, where its start is known, has not been followed by another of the same number. */
export function isAlive(pid: number, start?: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) === 'ESRCH') return false;
  }
  const now = processStart(pid);
  return start === undefined || now === undefined || now === start;
}
