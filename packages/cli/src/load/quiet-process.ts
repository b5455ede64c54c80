/** What user code may not do to the process while it is evaluated. */
export interface QuietProcess {
  /** Settles like `work`; rejects when user code calls `process.exit`, throws where nobody waits, or waits for ever. */
  readonly guard: <T>(work: () => Promise<T>) => Promise<T>;
  readonly restore: () => void;
}

function ignore(): void {}

/**
 * Takes the process away from user code: what it prints goes to standard error, so that a report on standard output
 * stays whole; `process.exit` becomes an exception; a rejection nobody handles and a promise that can never settle
 * become errors of the definition being evaluated.
 */
export function quietProcess(): QuietProcess {
  const { exitCode } = process;
  const exit = process.exit.bind(process);
  const write = process.stdout.write.bind(process.stdout);
  let fail: (error: unknown) => void = ignore;

  process.stdout.write = process.stderr.write.bind(process.stderr);
  process.exit = (): never => {
    const error = new Error('calls process.exit(); a definition only exports resources');
    fail(error);
    throw error;
  };
  const onError = (error: unknown): void => fail(error);
  const onIdle = (): void => fail(new Error('awaits a promise that never settles'));
  process.on('unhandledRejection', onError);
  process.on('uncaughtException', onError);
  process.on('beforeExit', onIdle);

  return {
    guard: (work) =>
      new Promise((resolve, reject) => {
        fail = reject;
        work().then(resolve, reject);
      }),
    restore() {
      process.stdout.write = write;
      process.exit = exit;
      process.exitCode = exitCode;
      process.off('unhandledRejection', onError);
      process.off('uncaughtException', onError);
      process.off('beforeExit', onIdle);
    },
  };
}
