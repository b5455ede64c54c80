import { asWrite, TargetError } from '@binnacle/targets';
import { EXIT } from '../exit-code.ts';
import { ExpectedError } from '../expected.ts';
import type { PlanReport } from '../plan-report.ts';
import { apply, type Outcome } from './apply.ts';
import type { Compared } from './compare-live.ts';
import type { LivePlan } from './live-plan.ts';
import { hasFailed, type Pushed } from './outcomes.ts';
import { decide, type Decision, DEFAULT_PRUNE_LIMIT, type OnDrift } from './policy.ts';

/** What the user allows, as flags. */
export interface PolicyFlags {
  readonly adopt?: boolean;
  readonly prune?: boolean;
  readonly pruneLimit?: number;
  readonly onDrift?: OnDrift;
}

/** A system, and what will be done to it. */
export interface Decided {
  readonly plan: LivePlan;
  readonly decision: Decision;
}

/** What was compared, with a plan that says what becomes of live edits. */
export function withPolicy(compared: Compared, { onDrift }: PolicyFlags): Compared {
  return onDrift === undefined ? compared : { ...compared, report: { ...compared.report, onDrift } };
}

/** Decides for every system what the flags allow. */
export function decideAll(
  plans: readonly LivePlan[],
  { adopt = false, prune = false, pruneLimit = DEFAULT_PRUNE_LIMIT, onDrift = 'fail' }: PolicyFlags,
): readonly Decided[] {
  const policy = { adopt, prune, pruneLimit, onDrift };
  return plans.map((plan) => ({ plan, decision: decide(plan.changes, plan.desired, policy) }));
}

/** Refuses a plan that is not the one that was reviewed. */
export function assertReviewed({ digest }: PlanReport, expected: string | undefined): void {
  if (expected === undefined || expected === digest) return;
  if (digest === undefined) {
    throw new ExpectedError(
      'the plan is not the one that was reviewed: it is incomplete, as not every system was reached',
      'see above what is in the way, and run the command again',
    );
  }
  throw new ExpectedError(
    `the plan is not the one that was reviewed: its digest is ${digest}, not ${expected}`,
    'something changed since: review `binnacle plan` again',
  );
}

/** The outcome of a write that did not stay. */
function takenBack(outcome: Outcome): Outcome {
  return outcome.result === 'done' ? { ...outcome, result: 'failed', messages: ['taken back'] } : outcome;
}

/** Writes one system's steps and lets it take them in. */
async function pushOne({ plan, decision }: Decided, { stop, prepared }: Compared): Promise<Pushed> {
  const { connection, environment, owner, diagnostics } = plan;
  const base = { environment: environment.name, system: connection.name, withheld: decision.withheld, notes: [] };
  const broken = diagnostics.filter(({ severity }) => severity === 'error');
  if (broken.length > 0)
    return {
      ...base,
      outcomes: [],
      problems: broken.map(({ message, fix }) => ({ message, ...(fix !== undefined && { fix }) })),
    };
  if (decision.stop !== undefined) return { ...base, outcomes: [], problems: [decision.stop] };
  const outcomes = await apply(connection, decision.steps, {
    owner,
    signal: stop.signal,
    onStep: (done, total, { id }) => prepared.progress.show(`${environment.name} ${done}/${total} ${id}`),
  });
  const isWritten = outcomes.some(({ result }) => result === 'done' || result === 'unconfirmed');
  if (stop.signal.aborted && !isWritten) return { ...base, outcomes, problems: [] };
  try {
    // What was written is taken in, even by a run that was stopped meanwhile.
    const notes = (await asWrite({ isSent: isWritten }, async () => connection.settle?.())) ?? [];
    return { ...base, outcomes, notes, problems: [] };
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    const { message, fix, isTakenBack } = error;
    const left = isTakenBack ? outcomes.map(takenBack) : outcomes;
    return { ...base, outcomes: left, problems: [{ message, ...(fix !== undefined && { fix }) }] };
  }
}

/** Makes the decided writes, one system after the other, so that a stopped run has few of them half done. */
export async function carryOut(decided: readonly Decided[], compared: Compared): Promise<readonly Pushed[]> {
  const pushed: Pushed[] = [];
  // oxlint-disable-next-line no-await-in-loop
  for (const one of decided) pushed.push(await pushOne(one, compared));
  compared.prepared.progress.clear();
  return pushed;
}

/** What a push answers to the shell. */
export function pushExitCode(
  decided: readonly Decided[],
  pushed: readonly Pushed[],
  { report: planned, stop }: Compared,
): number {
  const interrupted = stop.exitCode();
  if (interrupted !== undefined) return interrupted;
  if (decided.some(({ decision }) => decision.stop?.reason === 'drift')) return EXIT.drift;
  const isUnreached = planned.systems.some(({ problem }) => problem !== undefined);
  return isUnreached || pushed.some(hasFailed) ? EXIT.findings : EXIT.clean;
}
