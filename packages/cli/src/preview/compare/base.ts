import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { diff, type Resource, resolve } from '@binnacle/model';
import type { Compared, Comparer, Comparison, ProjectState } from '@binnacle/preview';
import { type Entry, entryOf } from '../../diff/entry.ts';
import { compareQueries } from '../../diff/queries.ts';
import { inTellingOrder, type Versions } from './compared-resource.ts';
import { type BaseAnswer, type BaseOrder, isBaseAnswer } from './base-message.ts';
import type { EndingComparer } from './comparer-set.ts';
import { graphOf } from './graph-of.ts';
import { comparableState } from './comparable-state.ts';

const READER = fileURLToPath(new URL('base-reader.js', import.meta.url));

/** A revision of the project as it was read, before it is resolved for an environment. */
type Base = Pick<Extract<BaseAnswer, { readonly type: 'base' }>, 'problems' | 'resources' | 'revision'>;

/** Which revision is compared with, and of which project. */
export interface BaseOptions extends BaseOrder {
  readonly eager: boolean;
  /** JSON files that are shown beside the project: they are in no revision. */
  readonly files: readonly string[];
}

function ask(order: BaseOrder, onStart: (child: ChildProcess) => void): Promise<BaseAnswer> {
  return new Promise((done, failed) => {
    const child = fork(READER, { stdio: ['ignore', 2, 2, 'ipc'], serialization: 'advanced' });
    onStart(child);
    child.once('message', (message) => {
      if (isBaseAnswer(message)) done(message);
    });
    child.once('error', failed);
    child.once('exit', (code, signal) =>
      done({
        type: 'problem',
        message: `the process that reads the base ended with ${signal ?? String(code)}`,
        fix: 'look at what it printed on the terminal',
      }),
    );
    child.send(order);
  });
}

function problemNote({ revision, problems: [first, ...others] }: Base): string[] {
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return [`${revision.name} has definitions that cannot be read, which show as added here: ${first}${more}`];
}

function comparison(base: Base, state: ProjectState, files: readonly string[]): Comparison {
  const { name, commit } = base.revision;
  const own = comparableState(state, files);
  const before: readonly Resource[] = resolve(
    base.resources.filter((resource) => !own.isLeftOut(resource)),
    state.environment,
  ).resources;
  const graph = graphOf(own.resources);
  const changes = diff(before, own.resources, compareQueries).map((change): readonly [Entry, Versions] => [
    entryOf(change, graph),
    { before: change.before, after: change.after },
  ]);
  const short = commit.slice(0, 12);
  return {
    name: commit.startsWith(name) ? short : `${name} (${short})`,
    notes: [...problemNote(base), ...own.notes],
    changes: inTellingOrder(changes),
    resources: before,
  };
}

/** Compares with a revision of the project that was read already. */
export function readBaseComparer(base: Base): Comparer {
  return {
    with: 'base',
    eager: true,
    queries: compareQueries,
    compare: (state) => Promise.resolve({ state: 'done', comparison: comparison(base, state, []) }),
  };
}

/** Compares with a revision of the project. It is read in a process of its own, once for each commit. */
export function baseComparer({ eager, files, ...order }: BaseOptions): EndingComparer {
  let known: Base | undefined;
  let child: ChildProcess | undefined;

  async function compare(state: ProjectState, again: boolean): Promise<Compared> {
    const last = again ? undefined : known;
    const answer = await ask({ ...order, ...(last !== undefined && { known: last.revision.commit }) }, (started) => {
      child = started;
    });
    if (answer.type === 'problem') {
      const { message, fix } = answer;
      return { state: 'failed', message, ...(fix !== undefined && { fix }) };
    }
    const base = answer.type === 'same' ? last : answer;
    if (base === undefined) throw new Error('a base that was never read is said to be the same');
    known = base;
    return { state: 'done', comparison: comparison(base, state, files) };
  }

  return { with: 'base', eager, queries: compareQueries, compare, close: () => void child?.kill('SIGTERM') };
}
