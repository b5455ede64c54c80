import { createInterface } from 'node:readline/promises';
import { EXIT } from '../exit-code.ts';
import { ExpectedError } from '../expected.ts';
import { assertReviewed, carryOut, decideAll, type PolicyFlags, pushExitCode } from '../push/carry-out.ts';
import { compareLive, type Compared } from '../push/compare-live.ts';
import { outcomeText, type Pushed, pushedJson } from '../push/outcomes.ts';
import type { LiveFlags } from '../push/prepare.ts';
import { planReporters } from '../reporters/plan/index.ts';
import { planJson } from '../reporters/plan/json.ts';
import { painter } from '../terminal.ts';

export interface PushFlags extends LiveFlags, PolicyFlags {
  readonly yes?: boolean;
  /** Digest of the plan that was reviewed: anything else is refused. */
  readonly expectPlan?: string;
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

function report(flags: PushFlags, { report: planned }: Compared, pushed: readonly Pushed[]): void {
  if (flags.json === true) {
    process.stdout.write(`${JSON.stringify({ plan: planJson(planned), systems: pushedJson(pushed) }, null, 2)}\n`);
    return;
  }
  process.stdout.write(outcomeText(pushed, painter(process.stdout)));
}

/** Plans, asks, writes, reads back, and says what was done. */
export function push(flags: PushFlags): Promise<number> {
  return compareLive('push', flags, async (compared) => {
    const { plans, report: planned } = compared;
    if (flags.json !== true) process.stdout.write(`${planReporters.text(planned, painter(process.stdout))}\n`);
    assertReviewed(planned, flags.expectPlan);
    const decided = decideAll(plans, flags);
    const writing = decided.filter(({ decision: { steps, stop } }) => stop === undefined && steps.length > 0);
    const count = writing.reduce((sum, { decision }) => sum + decision.steps.length, 0);
    if (count > 0 && !(await isConfirmed(count, writing.length, flags))) {
      process.stdout.write('nothing was written\n');
      return EXIT.findings;
    }
    const pushed = await carryOut(decided, compared);
    report(flags, compared, pushed);
    return pushExitCode(decided, pushed, compared);
  });
}
