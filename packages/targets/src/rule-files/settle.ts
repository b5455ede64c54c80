import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpClient } from '../http/client.ts';
import { TargetError } from '../target-error.ts';
import { loadedElsewhere } from './elsewhere.ts';
import { evaluationErrors, type ExpectedGroup, loadedGroups, type LoadedGroup, notLoaded } from './loaded.ts';
import type { RuleServer } from './rule-server.ts';
import type { Undo } from '../destinations/undo.ts';

/** How long a server may take to show the rules it has read, and to evaluate those that are new; slower ones are not awaited. */
const SHOWN_WITHIN_MS = 10_000;
const EVALUATED_WITHIN_MS = 5_000;
const POLL_MS = 100;
/** A reload may wait for groups that are about to be evaluated first: for an interval, of at most this. */
const LONGEST_INTERVAL_MS = 120_000;

/** What is to be settled. */
export interface Unsettled {
  readonly server: RuleServer;
  readonly client: HttpClient;
  readonly undo: Undo;
  /** The groups that our files hold now. */
  readonly expected: () => readonly ExpectedGroup[];
  /** Absolute folder of our files. */
  readonly folder: string;
  /** The folder and extension of the files, for messages: `rules/*.yaml`. */
  readonly pattern: string;
}

async function loaded(client: HttpClient): Promise<LoadedGroup[]> {
  return loadedGroups((await client.request('GET', '/api/v1/rules')).json);
}

/** Asks again and again until the answer is good or time is up; the last answer. */
async function until(
  client: HttpClient,
  within: number,
  isGood: (groups: readonly LoadedGroup[]) => boolean,
): Promise<LoadedGroup[]> {
  const deadline = performance.now() + within;
  for (;;) {
    const groups = await loaded(client);
    if (isGood(groups) || performance.now() > deadline) return groups;
    await sleep(POLL_MS);
  }
}

/** How long a reload may take: groups have to come to rest before they are changed. */
function patienceFor(groups: readonly LoadedGroup[]): number {
  const longest = Math.max(0, ...groups.map(({ interval }) => interval * 1000).filter(Number.isFinite));
  return SHOWN_WITHIN_MS + Math.min(longest, LONGEST_INTERVAL_MS);
}

/** Refuses a server that has loaded our groups from files that are not ours. */
async function assertOurs(
  { server, client, expected, folder, pattern }: Unsettled,
  groups: readonly LoadedGroup[],
): Promise<void> {
  const isRelative = groups.some(({ path }) => !path.startsWith('/'));
  const serverFolder = isRelative ? await server.workingFolder?.(client) : undefined;
  const other = loadedElsewhere(expected(), groups, { folder, serverFolder });
  if (other === undefined) return;
  throw new TargetError('refused', `${server.title} reads ${other}, not ${join(folder, basename(other))}`, {
    fix: `let its configuration read ${pattern}, or name the folder that it reads as the rulesFolder`,
  });
}

async function takeBack({ server, client, undo }: Unsettled, words: string, patience: number): Promise<TargetError> {
  const hasChanged = undo.changed().length > 0;
  undo.restore();
  const again = hasChanged ? await server.reload(client, patience) : words;
  const fix =
    again === undefined
      ? `the former files are back and loaded; look into the log of ${server.title} for the rule it means`
      : `the files as they were before are refused too: look into the log of ${server.title}`;
  return new TargetError('refused', words, { fix, isTakenBack: hasChanged });
}

/**
 * Makes a server read the rule files, and looks whether it did: what it says about rules it cannot evaluate. Reloads only
 * when something is not loaded yet. Throws `TargetError` when it refuses (the former files are put back) or reads others.
 */
export async function settleRules(unsettled: Unsettled): Promise<string[]> {
  const { server, client, undo, expected, pattern } = unsettled;
  const changed = new Set(undo.changed().map((path) => basename(path)));
  const isTaken = (groups: readonly LoadedGroup[]): boolean => {
    const wanted = expected();
    const files = new Set(wanted.map(({ file }) => file));
    const { missing, otherQueries } = notLoaded(wanted, groups);
    const isGone = groups.every(({ file }) => files.has(file) || !changed.has(file));
    return missing.length === 0 && otherQueries.length === 0 && isGone;
  };
  const before = await loaded(client);
  if (changed.size === 0 && isTaken(before)) {
    await assertOurs(unsettled, before);
    return [];
  }
  const patience = patienceFor(before);
  const words = await server.reload(client, patience);
  if (words !== undefined) throw await takeBack(unsettled, words, patience);
  undo.keep();

  const groups = await until(client, SHOWN_WITHIN_MS, isTaken);
  const { missing, otherQueries } = notLoaded(expected(), groups);
  const [first] = missing;
  if (first !== undefined) {
    const others = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
    const message = `${server.title} does not show group '${first.name}' of ${first.file}${others} after the reload`;
    throw new TargetError('refused', message, { fix: `does its configuration read ${pattern}?` });
  }
  await assertOurs(unsettled, groups);
  const isEvaluated = (all: readonly LoadedGroup[]): boolean =>
    all.every(
      ({ file, interval, isEvaluated: isDone }) =>
        !changed.has(file) || isDone || interval * 1000 > EVALUATED_WITHIN_MS,
    );
  const evaluated = await until(client, EVALUATED_WITHIN_MS, isEvaluated);
  return [
    ...otherQueries.map((name) => `${server.title} shows another query for ${name} than its file has`),
    ...evaluationErrors(evaluated, new Set(expected().map(({ file }) => file))),
  ];
}
