import type { Paint } from './terminal.ts';

/** One line on a terminal that says what takes so long. Silent anywhere else. */
export interface Progress {
  readonly show: (text: string) => void;
  /** Removes the line; to be called before anything else is printed. */
  readonly clear: () => void;
}

/** Work shorter than this shows nothing. */
const DELAY_MS = 400;
const INTERVAL_MS = 80;

/** What progress is shown on; it has `columns` when it is a terminal. */
type Screen = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> & { readonly write: (text: string) => unknown };

/** A progress line on `stream`. */
export function createProgress(stream: Screen, paint: Paint): Progress {
  const begun = performance.now();
  let last = 0;
  let isShown = false;
  return {
    show(text) {
      const now = performance.now();
      if (!stream.isTTY || now - begun < DELAY_MS || now - last < INTERVAL_MS) return;
      last = now;
      isShown = true;
      stream.write(`\r\u001B[K${paint('dim', text.slice(0, stream.columns - 1))}`);
    },
    clear() {
      if (isShown) stream.write('\r\u001B[K');
      isShown = false;
    },
  };
}
