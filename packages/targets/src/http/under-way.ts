import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of a write that several requests make: has anything been sent that changes something? */
export interface UnderWay {
  isSent: boolean;
}

const writes = new AsyncLocalStorage<UnderWay>();

/**
 * Runs a write, whose requests then belong together: a stopped run still begins none of it, but once something was sent, the rest
 * (the read-back, the second half) follows, so that its outcome is known.
 */
export function asWrite<T>(write: UnderWay, work: () => Promise<T>): Promise<T> {
  return writes.run(write, work);
}

/** The write that the current request is part of; undefined for what only reads. */
export function currentWrite(): UnderWay | undefined {
  return writes.getStore();
}
