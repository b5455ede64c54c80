import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A run that can be stopped between two writes. */
export interface Stop {
  readonly signal: AbortSignal;
  /** 128 + the number of the signal that stopped the run, as shells count; undefined when none did. */
  readonly exitCode: () => number | undefined;
  readonly end: () => void;
}

/** The first signal lets the write under way end and begins no other; the second ends the process. */
export function createStop(): Stop {
  const controller = new AbortController();
  let code: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    const number = 128 + constants.signals[signal];
    if (code !== undefined) process.exit(number);
    code = number;
    process.stderr.write('\nstopping after the writes under way; once more to stop at once\n');
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    exitCode: () => code,
    end: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
