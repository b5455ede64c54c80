import { setTimeout as sleep } from 'node:timers/promises';
import { TargetError } from '../target-error.ts';

interface PaceOptions {
  /** Aborted when the user stops the run. */
  readonly signal?: AbortSignal | undefined;
  /** Told of every wait: one line for a person. */
  readonly onWait?: ((text: string) => void) | undefined;
  readonly now?: () => number;
}

/**
 * Gives a function to wait for before each request, so that no more than `requests` begin in any `milliseconds`; without a
 * limit it never waits. It rejects with `TargetError` when the run is stopped meanwhile.
 */
export function createPace(
  limit: { readonly requests: number; readonly milliseconds: number } | undefined,
  { signal, onWait, now = Date.now }: PaceOptions = {},
): () => Promise<void> {
  const begun: number[] = [];
  return async () => {
    if (limit === undefined) return;
    const first = begun.length < limit.requests ? undefined : begun[begun.length - limit.requests];
    const wait = first === undefined ? 0 : first + limit.milliseconds - now();
    begun.push(now() + Math.max(wait, 0));
    if (begun.length > limit.requests) begun.shift();
    if (wait <= 0) return;
    onWait?.(
      `${limit.requests} requests in ${limit.milliseconds / 1000} s are the limit; on in ${(wait / 1000).toFixed(1)} s`,
    );
    await sleep(wait, undefined, signal === undefined ? {} : { signal }).catch(() => {
      throw new TargetError('interrupted', 'stopped while it waited for the limit of requests');
    });
  };
}
