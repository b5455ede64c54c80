import { EXIT } from '../exit-code.ts';
import { assertReviewed, carryOut, decideAll, type PolicyFlags, pushExitCode, withPolicy } from '../push/carry-out.ts';
import { compareLive, type Compared } from '../push/compare-live.ts';
import { isConfirmed, question } from '../push/confirm.ts';
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

function report(flags: PushFlags, { report: planned }: Compared, pushed: readonly Pushed[]): void {
  if (flags.json === true) {
    process.stdout.write(`${JSON.stringify({ plan: planJson(planned), systems: pushedJson(pushed) }, null, 2)}\n`);
    return;
  }
  process.stdout.write(outcomeText(pushed, painter(process.stdout)));
}

/** Plans, asks, writes, reads back, and says what was done. */
export function push(flags: PushFlags): Promise<number> {
  return compareLive('push', flags, async (found) => {
    const compared = withPolicy(found, flags);
    const { plans, report: planned, stop } = compared;
    if (flags.json !== true) process.stdout.write(`${planReporters.text(planned, painter(process.stdout))}\n`);
    assertReviewed(planned, flags.expectPlan);
    const decided = decideAll(plans, flags);
    const asked = question(decided);
    if (asked !== undefined && flags.yes !== true && !(await isConfirmed(asked, stop.signal))) {
      process.stdout.write('nothing was written\n');
      return stop.exitCode() ?? EXIT.findings;
    }
    const pushed = await carryOut(decided, compared);
    report(flags, compared, pushed);
    return pushExitCode(decided, pushed, compared);
  });
}
