/** What a watched run depended on; absolute paths. */
export interface Watched {
  readonly files: readonly string[];
  /** Folders where a new file matters. */
  readonly folders: readonly string[];
  /** Folders the run itself writes to: what happens there matters to nobody. */
  readonly ignored: readonly string[];
}

/** Set for the runs that `--watch` starts. */
export const WATCHED_VARIABLE = 'BINNACLE_WATCHED';

/** Tells the watching process what this run depended on; does nothing in a run nobody watches. */
export function announceWatched(watched: Watched): Promise<void> {
  return new Promise((resolve) => {
    if (process.env[WATCHED_VARIABLE] === undefined || process.send === undefined) resolve();
    // Also when nobody listens any more.
    else process.send(watched, () => resolve());
  });
}

/** True for a message `announceWatched` sent. */
export function isWatched(message: unknown): message is Watched {
  return typeof message === 'object' && message !== null && 'files' in message && 'folders' in message;
}
