import { CommanderError } from 'commander';
import { COMMANDS } from './commands/index.ts';
import { EXIT } from './exit-code.ts';
import { ExpectedError, isFolderGone } from './expected.ts';
import { createProgram } from './program.ts';

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.couldNotRun;
  if (error instanceof ExpectedError) {
    process.stderr.write(`error: ${error.message}\n${error.fix === undefined ? '' : `  ${error.fix}\n`}`);
    return EXIT.couldNotRun;
  }
  if (isFolderGone(error)) {
    process.stderr.write(
      'error: the folder this command runs in is no longer there\n  change to one that is: `cd ..`\n',
    );
    return EXIT.couldNotRun;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${stack}\nthis is a bug in binnacle: please report it with the lines above\n`);
  return EXIT.couldNotRun;
}

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

/** Runs one command line and ends the process: what definitions left open (timers, sockets) must not keep it alive. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader (`| head`) has had enough.
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.clean);
    throw error;
  });
  const program = createProgram(COMMANDS);
  try {
    if (argv.length === 0) program.help();
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  process.exit();
}
