import { Worker } from 'node:worker_threads';

/** Says which file is being evaluated when that takes too long, even while the file blocks everything else. */
export interface Watchdog {
  /** A file is about to be evaluated; the one before has ended. */
  readonly begin: (file: string) => void;
  /** Nothing is evaluated any more. */
  readonly end: () => void;
}

export interface WatchdogOptions {
  /** How long a file may take before it is named, ms. */
  readonly patience?: number;
  /** File descriptor of the message. */
  readonly fd?: number;
  /** Put before the message: what clears a progress line of a terminal. */
  readonly prefix?: string;
}

const PATIENCE_MS = 10_000;
/** Bytes kept of a file's name. */
const LONGEST = 4096;
/** Numbers shared with the thread: which file is being evaluated (counted), length of its name, 1 when it is over. */
const FIELDS = 3;

/**
 * What the thread runs. It looks at the count now and then, so that beginning a file costs the main thread nothing, and
 * writes by itself, as the streams of a thread go through the main thread.
 */
function look(): string {
  return `
const { workerData: { shared, patience, fd, prefix } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const fields = new Int32Array(shared, 0, ${FIELDS});
const name = new Uint8Array(shared, ${FIELDS * 4});
const step = Math.max(5, patience / 10);
let file = -1, since = 0, told = false;
while (Atomics.load(fields, 2) === 0) {
  const now = Atomics.load(fields, 0);
  if (now !== file) [file, since, told] = [now, Date.now(), false];
  else if (!told && now > 0 && Date.now() - since >= patience) {
    const text = Buffer.from(name.slice(0, Atomics.load(fields, 1))).toString();
    if (Atomics.load(fields, 0) === file) {
      told = true;
      try {
        writeSync(fd, prefix + text + ' is still being evaluated after ' + Math.round(patience / 100) / 10 + ' s: does it loop, or wait for something?\\n');
      } catch {}
    }
  }
  Atomics.wait(fields, 2, 0, step);
}`;
}

/** A watchdog; its thread starts with the first file and never keeps the process alive. */
export function createWatchdog(options: WatchdogOptions = {}): Watchdog {
  const { patience = PATIENCE_MS, fd = process.stderr.fd, prefix = process.stderr.isTTY ? '\r\u001B[K' : '' } = options;
  const shared = new SharedArrayBuffer(FIELDS * 4 + LONGEST);
  const fields = new Int32Array(shared, 0, FIELDS);
  const name = new Uint8Array(shared, FIELDS * 4);
  let worker: Worker | undefined;
  let count = 0;

  function start(): void {
    worker = new Worker(look(), { eval: true, workerData: { shared, patience, fd, prefix }, execArgv: [], env: {} });
    worker.on('error', () => undefined);
    worker.unref();
  }

  return {
    begin(file) {
      // A negative count while the name changes: the thread takes it for no file.
      Atomics.store(fields, 0, -1);
      Atomics.store(fields, 1, new TextEncoder().encodeInto(file, name).written);
      Atomics.store(fields, 0, ++count);
      if (worker === undefined) start();
    },
    end() {
      Atomics.store(fields, 2, 1);
      Atomics.notify(fields, 2);
    },
  };
}
