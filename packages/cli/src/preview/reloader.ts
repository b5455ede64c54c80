import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createFollower } from '../watch/follow.ts';
import { isWatched, WATCHED_VARIABLE } from '../watch/watched.ts';
import { isReadAnswer, type Preload, type ReadAnswer, type ReadOrder } from './message.ts';

/** Reads a project, and again whenever one of its files changes. */
export interface Reloader {
  readonly close: () => void;
}

const READER = fileURLToPath(new URL('reader.js', import.meta.url));

function startReader(): ChildProcess {
  return fork(READER, {
    // Standard output is the command's own: what definitions print is not part of it.
    stdio: ['ignore', 2, 2, 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, [WATCHED_VARIABLE]: '1' },
  });
}

/** A process for the next change, which reads ahead what it will need. */
function startAhead(answer: ReadAnswer): ChildProcess {
  const reader = startReader();
  if (answer.type === 'project' && answer.cached !== undefined) {
    const { cached, environment } = answer;
    reader.send({ type: 'preload', cached, environment } satisfies Preload);
  }
  return reader;
}

/** Reads a project now and after each change; `order` says what and what is known already. `onAnswer` is told every time; `onCrash` when a process ends without an answer. */
export function createReloader(
  order: () => ReadOrder,
  {
    onAnswer,
    onCrash,
  }: { readonly onAnswer: (answer: ReadAnswer) => void; readonly onCrash: (reason: string) => void },
): Reloader {
  const follower = createFollower(read);
  /** Started when nobody waits, with its modules loaded. */
  let standby: ChildProcess | undefined;
  let reading: ChildProcess | undefined;
  let isClosed = false;

  function read(): void {
    reading?.kill('SIGKILL');
    const reader = standby ?? startReader();
    standby = undefined;
    reading = reader;
    let isAnswered = false;
    reader.on('message', (message) => {
      if (reader !== reading) return;
      if (isWatched(message)) follower.follow(message);
      if (!isReadAnswer(message)) return;
      isAnswered = true;
      onAnswer(message);
      if (!isClosed) standby ??= startAhead(message);
    });
    reader.on('exit', (code, signal) => {
      if (reader !== reading) return;
      reading = undefined;
      if (!isAnswered)
        onCrash(
          signal === null
            ? `the process that reads the definitions ended with ${code}`
            : `the process that reads the definitions was ended by ${signal}`,
        );
    });
    reader.send(order());
  }

  read();
  return {
    close() {
      isClosed = true;
      follower.close();
      const ended = [reading, standby];
      reading = undefined;
      for (const child of ended) child?.kill('SIGKILL');
    },
  };
}
