import { compareLive } from '../push/compare-live.ts';
import { driftCode, onlyDrift } from '../push/drifted.ts';
import type { LiveFlags } from '../push/prepare.ts';
import { shownPlan } from '../push/shown-plan.ts';
import { painter } from '../terminal.ts';

export interface DriftFlags extends LiveFlags {
  readonly markdown?: boolean;
}

/** Says what was edited or removed live since the last push; answers 4 when anything was. */
export function drift(flags: DriftFlags): Promise<number> {
  return compareLive('drift', flags, async (compared) => {
    const report = onlyDrift(compared.report);
    process.stdout.write(shownPlan(report, flags, painter(process.stdout)));
    return driftCode(report);
  });
}
