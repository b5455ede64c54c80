import { baseResources } from '../../diff/base-resources.ts';
import { baseRevision, repositoryOf } from '../../diff/git.ts';
import { ExpectedError } from '../../expected.ts';
import { type BaseAnswer, type BaseOrder, isBaseOrder } from './base-message.ts';

/*
 * Run as a process that is told a revision to read, answers once and ends: git takes its time in a large repository, and the
 * preview answers meanwhile. It removes what it checked out when it is ended.
 */

let abort: (() => void) | undefined;

function end(): void {
  abort?.();
  process.exit(0);
}

async function read({ configFile, root, named, known }: BaseOrder): Promise<BaseAnswer> {
  const repository = repositoryOf(root);
  const revision = baseRevision(repository, named);
  if (revision.commit === known) return { type: 'same' };
  const { resources, problems } = await baseResources({ configFile, root }, revision, {
    repository,
    onBegin(undo) {
      abort = undo;
      return () => (abort = undefined);
    },
  });
  return { type: 'base', revision, resources, problems };
}

async function answerOf(message: unknown): Promise<BaseAnswer> {
  if (!isBaseOrder(message)) throw new TypeError('the reader of revisions was told something else than what to read');
  try {
    return await read(message);
  } catch (error) {
    if (error instanceof ExpectedError) return { type: 'problem', message: error.message, fix: error.fix };
    throw error;
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
process.once('disconnect', end);
process.once('message', (message: unknown) => {
  answerOf(message).then(
    (answer) => process.send?.(answer, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
});
