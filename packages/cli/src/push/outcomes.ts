import type { Paint } from '../terminal.ts';
import type { Outcome } from './apply.ts';
import { isEdited, type Withheld } from './policy.ts';

/** What a push did to one system. */
export interface Pushed {
  readonly environment: string;
  readonly system: string;
  readonly outcomes: readonly Outcome[];
  readonly withheld: readonly Withheld[];
  /** What the system said when it took the writes in. */
  readonly notes: readonly string[];
  /** Why nothing was written, or what the system said when it took the writes in. */
  readonly problems: readonly { readonly message: string; readonly fix?: string }[];
}

/** True when a system does not hold what it was asked to. */
export function hasFailed({ outcomes, withheld, problems }: Pushed): boolean {
  return (
    problems.length > 0 ||
    withheld.some(({ isFailure }) => isFailure) ||
    outcomes.some(({ result }) => result === 'failed' || result === 'skipped')
  );
}

/** What an outcome is called. */
const RESULTS: Readonly<Record<Exclude<Outcome['result'], 'done'>, string>> = {
  failed: 'failed',
  skipped: 'skipped',
  interrupted: 'interrupted',
  unconfirmed: 'sent, not confirmed',
};

function withFix(message: string, fix: string | undefined): string {
  return fix === undefined ? message : `${message}\n      fix: ${fix}`;
}

function lines({ environment, system, outcomes, withheld, notes, problems }: Pushed, paint: Paint): string[] {
  const told = outcomes.flatMap(({ step, result, messages, fix }) => {
    if (result === 'done' && messages.length === 0) return [];
    const head = result === 'done' ? paint('yellow', 'warning') : paint('red', RESULTS[result]);
    return [`  ${head} ${step.id}: ${withFix(messages.join('; '), fix)}`];
  });
  const left = withheld.map(({ change, why, fix, isFailure }) => {
    const head = isFailure ? paint('red', 'not written') : paint('dim', 'left');
    return `  ${head} ${change.id}: ${withFix(why, fix)}`;
  });
  const broken = problems.map(({ message, fix }) => `  ${paint('red', 'error')} ${withFix(message, fix)}`);
  const said = notes.map((note) => `  ${paint('yellow', 'note')} ${note}`);
  const all = [...told, ...left, ...said, ...broken];
  return all.length === 0 ? [] : [paint('bold', `${environment} · ${system}`), ...all];
}

/** True for an edit that a push was told to leave. */
function isKept({ change, isFailure }: Withheld): boolean {
  return !isFailure && isEdited(change) && change.desired !== undefined;
}

/** How many resources a push wrote, by what happened to them. */
export function outcomeCounts(
  pushed: readonly Pushed[],
): Readonly<
  Record<
    'created' | 'updated' | 'overwritten' | 'kept' | 'adopted' | 'deleted' | 'failed' | 'not confirmed' | 'not tried',
    number
  >
> {
  const outcomes = pushed.flatMap((one) => one.outcomes);
  const count = (is: (outcome: Outcome) => boolean): number => outcomes.filter(is).length;
  const done = (verdicts: readonly string[], write: 'put' | 'delete'): number =>
    count(({ step, result }) => result === 'done' && step.write === write && verdicts.includes(step.verdict));
  return {
    created: done(['create'], 'put'),
    updated: done(['update'], 'put'),
    overwritten: done(['drifted', 'conflict'], 'put'),
    kept: pushed.flatMap(({ withheld }) => withheld).filter(isKept).length,
    adopted: done(['adopt'], 'put'),
    deleted: done(['delete', 'conflict'], 'delete'),
    failed: count(({ result }) => result === 'failed' || result === 'skipped'),
    'not confirmed': count(({ result }) => result === 'unconfirmed'),
    'not tried': count(({ result }) => result === 'interrupted'),
  };
}

/** Counts that are about edits made by others. */
const EDITS: ReadonlySet<string> = new Set(['overwritten', 'kept']);

/** `2 created, 1 live edit overwritten, 1 failed`: what a push did, in one line. */
export function outcomeSummary(pushed: readonly Pushed[]): string {
  const said = Object.entries(outcomeCounts(pushed)).flatMap(([word, number]) =>
    number > 0 ? [`${number} ${EDITS.has(word) ? `live edit${number === 1 ? '' : 's'} ` : ''}${word}`] : [],
  );
  const { kept: _, ...written } = outcomeCounts(pushed);
  const isNothing = Object.values(written).every((count) => count === 0);
  return [...(isNothing ? ['nothing written'] : []), ...said].join(', ');
}

/** What was done, in one line, after everything that was not. */
export function outcomeText(pushed: readonly Pushed[], paint: Paint): string {
  const details = pushed.flatMap((one) => lines(one, paint));
  return `${[...details, `pushed: ${outcomeSummary(pushed)}`].join('\n')}\n`;
}

/** What was done, as data without the contents of the resources. */
export function pushedJson(pushed: readonly Pushed[]): readonly unknown[] {
  return pushed.map(({ outcomes, withheld, ...rest }) => ({
    ...rest,
    outcomes: outcomes.map(({ step, ...outcome }) => ({ id: step.id, write: step.write, ...outcome })),
    withheld: withheld.map(({ change, ...why }) => ({ id: change.id, ...why })),
  }));
}
