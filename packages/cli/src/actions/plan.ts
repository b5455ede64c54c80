import { EXIT } from '../exit-code.ts';
import { compareLive, hasProblems } from '../push/compare-live.ts';
import type { LiveFlags } from '../push/prepare.ts';
import { shownPlan } from '../push/shown-plan.ts';
import { painter } from '../terminal.ts';

export interface PlanFlags extends LiveFlags {
  /** Answer 3 when there is something to do. */
  readonly exitCode?: boolean;
  readonly markdown?: boolean;
}

/** Compares what is declared with what runs, and writes nothing. */
export function plan(flags: PlanFlags): Promise<number> {
  return compareLive('plan', flags, async ({ report }) => {
    process.stdout.write(shownPlan(report, flags, painter(process.stdout)));
    if (hasProblems(report)) return EXIT.findings;
    const { unchanged: _, ...changes } = report.counts;
    const isPending = Object.values(changes).some((count) => count > 0);
    return flags.exitCode === true && isPending ? EXIT.changesPending : EXIT.clean;
  });
}
