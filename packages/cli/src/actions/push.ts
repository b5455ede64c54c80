import { createInterface } from 'node:readline/promises';
import { EXIT } from '../exit-code.ts';
import { ExpectedError } from '../expected.ts';
import type { PlanReport } from '../plan-report.ts';
import { TargetError } from '@binnacle/targets';
import { apply } from '../push/apply.ts';
import { compareLive, type Compared } from '../push/compare-live.ts';
import type { LivePlan } from '../push/live-plan.ts';
import { hasFailed, outcomeText, type Pushed } from '../push/outcomes.ts';
import { decide, type Decision, DEFAULT_PRUNE_LIMIT, type OnDrift, type Policy } from '../push/policy.ts';
import type { LiveFlags } from '../push/prepare.ts';
import { planReporters } from '../reporters/plan/index.ts';
import { painter } from '../terminal.ts';

export interface PushFlags extends LiveFlags {
  readonly yes?: boolean;
  readonly adopt?: boolean;
  readonly prune?: boolean;
  readonly pruneLimit?: number;
  readonly onDrift?: OnDrift;
  /** Digest of the plan that was reviewed: anything else is refused. */
  readonly expectPlan?: string;
}

interface Decided {
  readonly plan: LivePlan;
  readonly decision: Decision;
}

function policyOf({
  adopt = false,
  prune = false,
  pruneLimit = DEFAULT_PRUNE_LIMIT,
  onDrift = 'fail',
}: PushFlags): Policy {
  return { adopt, prune, pruneLimit, onDrift };
}

function assertReviewed({ digest }: PlanReport, expected: string | undefined): void {
  if (expected === undefined || expected === digest) return;
  throw new ExpectedError(
    `the plan is not the one that was reviewed: its digest is ${digest}, not ${expected}`,
    'something changed since: review `binnacle plan` again',
  );
}

async function isConfirmed(count: number, systems: number, { yes }: PushFlags): Promise<boolean> {
  if (yes === true) return true;
  if (!process.stdin.isTTY) {
    throw new ExpectedError('nobody is there to confirm the push', 'add --yes to push without being asked');
  }
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  const where = systems === 1 ? '' : ` to ${systems} systems`;
  const answer = await asked.question(`Write ${count} ${count === 1 ? 'change' : 'changes'}${where}? [y/N] `);
  asked.close();
  return /^y(?:es)?$/i.test(answer.trim());
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
  if (stop.signal.aborted) return { ...base, outcomes, problems: [] };
  try {
    const notes = (await connection.settle?.()) ?? [];
    return { ...base, outcomes, notes, problems: [] };
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    const { message, fix } = error;
    return { ...base, outcomes, problems: [{ message, ...(fix !== undefined && { fix }) }] };
  }
}

function report(flags: PushFlags, { report: planned }: Compared, pushed: readonly Pushed[]): void {
  if (flags.json === true) {
    const plan: unknown = JSON.parse(planReporters.json(planned, (_style, text) => text));
    const systems = pushed.map(({ outcomes, withheld, ...rest }) => ({
      ...rest,
      outcomes: outcomes.map(({ step, ...outcome }) => ({ id: step.id, write: step.write, ...outcome })),
      withheld: withheld.map(({ change, ...why }) => ({ id: change.id, ...why })),
    }));
    process.stdout.write(`${JSON.stringify({ plan, systems }, null, 2)}\n`);
    return;
  }
  process.stdout.write(outcomeText(pushed, painter(process.stdout)));
}

function exitCode({ report: planned, stop }: Compared, pushed: readonly Pushed[], decided: readonly Decided[]): number {
  const interrupted = stop.exitCode();
  if (interrupted !== undefined) return interrupted;
  if (decided.some(({ decision }) => decision.stop?.reason === 'drift')) return EXIT.drift;
  const isUnreached = planned.systems.some(({ problem }) => problem !== undefined);
  return isUnreached || pushed.some(hasFailed) ? EXIT.findings : EXIT.clean;
}

/** Plans, asks, writes, reads back, and says what was done. */
export function push(flags: PushFlags): Promise<number> {
  return compareLive('push', flags, async (compared) => {
    const { plans, report: planned, prepared } = compared;
    if (flags.json !== true) process.stdout.write(`${planReporters.text(planned, painter(process.stdout))}\n`);
    assertReviewed(planned, flags.expectPlan);
    const policy = policyOf(flags);
    const decided = plans.map((plan) => ({ plan, decision: decide(plan.changes, plan.desired, policy) }));
    const writing = decided.filter(({ decision: { steps, stop } }) => stop === undefined && steps.length > 0);
    const count = writing.reduce((sum, { decision }) => sum + decision.steps.length, 0);
    if (count > 0 && !(await isConfirmed(count, writing.length, flags))) {
      process.stdout.write('nothing was written\n');
      return EXIT.findings;
    }
    const pushed: Pushed[] = [];
    // One system after the other, so that a stopped run has few of them half done.
    // oxlint-disable-next-line no-await-in-loop
    for (const one of decided) pushed.push(await pushOne(one, compared));
    prepared.progress.clear();
    report(flags, compared, pushed);
    return exitCode(compared, pushed, decided);
  });
}
