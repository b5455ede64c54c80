/** A signal that ends what takes too long, and how to let go of it. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** To be called when the work is done, or nothing else ends the timer. */
  readonly clear: () => void;
}

/**
 * Aborts with a `TimeoutError` after so many milliseconds, or when another signal does. Not `AbortSignal.any` over
 * `AbortSignal.timeout`: only the first holds on to the second, weakly, and a time-out that was collected never comes.
 */
export function timeLimit(ms: number, other?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('no answer in time', 'TimeoutError')), ms);
  const stop = (): void => controller.abort(other?.reason);
  if (other?.aborted === true) stop();
  other?.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      other?.removeEventListener('abort', stop);
    },
  };
}
