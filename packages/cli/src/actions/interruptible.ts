import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Until the returned function is called, a signal that ends the process first undoes what was begun and says the `outcome`. The exit
 * code is the shells' 128 + number of the signal.
 */
export function interruptible(undo: () => void, outcome: string): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    undo();
    process.stderr.write(`\ninterrupted: ${outcome}\n`);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}
