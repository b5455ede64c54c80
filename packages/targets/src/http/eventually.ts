import { setTimeout as sleep } from 'node:timers/promises';
import { TargetError } from '../target-error.ts';
import { currentWrite } from './under-way.ts';

/** Waits between reads: about three seconds together. */
const WAITS_MS = [100, 200, 400, 800, 1600];

/**
 * Reads until a system shows what it was told, for those that answer before they have done it. Undefined when it does not
 * in about three seconds; `TargetError` when the run is stopped meanwhile, unless it waits for a write that was sent.
 */
export async function eventually<T>(
  read: () => Promise<T>,
  isShown: (value: T) => boolean,
  signal?: AbortSignal,
): Promise<T | undefined> {
  for (const wait of [...WAITS_MS, undefined]) {
    // oxlint-disable-next-line no-await-in-loop -- one read after the other is the point
    const value = await read();
    if (isShown(value)) return value;
    if (wait === undefined) break;
    // oxlint-disable-next-line no-await-in-loop
    await sleep(wait, undefined, signal === undefined || currentWrite()?.isSent === true ? {} : { signal }).catch(
      () => {
        throw new TargetError('interrupted', 'stopped while it waited for the system to show a change');
      },
    );
  }
  return undefined;
}
