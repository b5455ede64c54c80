import { ExpectedError, isFolderGone } from '../expected.ts';
import { isReadOrder, type ReadAnswer } from './message.ts';
import { readProject } from './read-project.ts';

/*
 * Run as a process that is told what to read, answers once and ends. It is started ahead of time, so that its modules are
 * loaded when a file changes; a definition that never ends can be stopped with it.
 */

async function answerOf(message: unknown): Promise<ReadAnswer> {
  if (!isReadOrder(message)) throw new TypeError('the reader was told something else than what to read');
  try {
    return await readProject(message);
  } catch (error) {
    if (error instanceof ExpectedError) return { type: 'problem', message: error.message, fix: error.fix };
    if (isFolderGone(error))
      return { type: 'problem', message: 'the folder the preview runs in is no longer there', fix: undefined };
    throw error;
  }
}

process.once('message', (message: unknown) => {
  answerOf(message).then(
    // What definitions left open must not keep the process alive.
    (answer) => process.send?.(answer, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit(0));
// Loaded before there is something to do.
void Promise.all([import('../examine.ts'), import('../load/evaluate.ts')]);
