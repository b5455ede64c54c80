import { createPackMemory } from '../cache/pack-memory.ts';
import { ExpectedError, isFolderGone } from '../expected.ts';
import { preload } from '../load/load.ts';
import { isPreload, isReadOrder, type Preload, type ReadAnswer } from './message.ts';
import { readProject } from './read-project.ts';

/*
 * Run as a process that is told what to read, answers once and ends. It is started ahead of time, so that its modules are
 * loaded when a file changes, and what the cache has of the project is in memory; what it reads ahead is checked against the
 * files when it is told to read. A definition that never ends can be stopped with it.
 */

const memory = createPackMemory();
let isOrdered = false;

async function answerOf(message: unknown): Promise<ReadAnswer> {
  if (!isReadOrder(message)) throw new TypeError('the reader was told something else than what to read');
  try {
    return await readProject(message, memory);
  } catch (error) {
    if (error instanceof ExpectedError) return { type: 'problem', message: error.message, fix: error.fix };
    if (isFolderGone(error))
      return { type: 'problem', message: 'the folder the preview runs in is no longer there', fix: undefined };
    throw error;
  }
}

/** Everything that can be done before there is something to read. */
async function readAhead({ cached, environment }: Preload): Promise<void> {
  const [{ lookAhead }, { prepareEvaluation }] = await Promise.all([
    import('../examine.ts'),
    import('../load/evaluate.ts'),
  ]);
  await preload(cached, memory, () => isOrdered);
  if (!isOrdered) await prepareEvaluation();
  if (!isOrdered) lookAhead(memory.resources(), [environment]);
}

function answer(message: unknown): void {
  isOrdered = true;
  answerOf(message).then(
    // What definitions left open must not keep the process alive.
    (answered) => process.send?.(answered, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
}

process.on('message', (message: unknown) => {
  // What cannot be read ahead is read when it is asked for, and said then.
  if (isPreload(message)) readAhead(message).catch(() => undefined);
  else answer(message);
});
process.once('disconnect', () => process.exit(0));
// Loaded before there is something to do.
void Promise.all([import('../examine.ts'), import('../load/evaluate.ts')]);
