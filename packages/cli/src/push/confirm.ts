import { setTimeout as sleep } from 'node:timers/promises';
import { createInterface } from 'node:readline/promises';
import { ExpectedError } from '../expected.ts';
import type { Decided } from './carry-out.ts';
import { isEdited } from './policy.ts';

/** How long what was typed ahead may take to arrive. */
const SETTLE_MS = 50;
const CTRL_C = '\u0003';

/** What a person types at; the terminal's own when it is one. */
type Keyboard = Pick<NodeJS.ReadStream, 'isTTY' | 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>;

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** `Write 3 changes to 2 systems (overwrites 1 live edit)?`; undefined when there is nothing to write. */
export function question(decided: readonly Decided[]): string | undefined {
  const writing = decided.filter(({ decision: { steps, stop } }) => stop === undefined && steps.length > 0);
  const steps = writing.flatMap(({ decision }) => decision.steps);
  if (steps.length === 0) return undefined;
  const where = writing.length === 1 ? '' : ` to ${counted(writing.length, 'system')}`;
  const edits = steps.filter(isEdited).length;
  const loss = edits === 0 ? '' : ` (overwrites ${counted(edits, 'live edit')})`;
  return `Write ${counted(steps.length, 'change')}${where}${loss}?`;
}

function forget(typed: Buffer): void {
  if (typed.toString().includes(CTRL_C)) process.kill(process.pid, 'SIGINT');
}

/** Forgets what was typed before a question was there to be answered; Ctrl-C still stops the run. */
export async function forgetTyped(keyboard: Keyboard): Promise<void> {
  keyboard.on('data', forget);
  // A line that was begun and not ended is only read in raw mode.
  keyboard.setRawMode(true);
  keyboard.resume();
  await sleep(SETTLE_MS);
  keyboard.setRawMode(false);
  keyboard.pause();
  keyboard.off('data', forget);
}

/** Asks on the terminal; a stopped run says no. @throws ExpectedError when nobody is there */
export async function isConfirmed(asked: string, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new ExpectedError('nobody is there to confirm the push', 'add --yes to push without being asked');
  }
  await forgetTyped(process.stdin);
  if (signal.aborted) return false;
  const dialog = createInterface({ input: process.stdin, output: process.stderr });
  // A terminal that is read by the line keeps Ctrl-C to itself.
  dialog.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return /^y(?:es)?$/i.test((await dialog.question(`${asked} [y/N] `, { signal })).trim());
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    dialog.close();
  }
}
