import type { Change, Verdict } from '@binnacle/model';
import { EXIT } from '../exit-code.ts';
import type { SystemPlan } from '../plan-report.ts';
import { compareLive, hasProblems } from '../push/compare-live.ts';
import type { LiveFlags } from '../push/prepare.ts';
import { planReporters } from '../reporters/plan/index.ts';
import { painter } from '../terminal.ts';

export interface DriftFlags extends LiveFlags {
  readonly markdown?: boolean;
}

/** What is not as the last push left it: edited, or gone. What was only changed in code is not drift. */
const DRIFT: ReadonlySet<Verdict> = new Set(['drifted', 'conflict', 'create']);

function onlyDrift(system: SystemPlan): SystemPlan {
  return { ...system, changes: system.changes.filter(({ verdict }: Change) => DRIFT.has(verdict)) };
}

/** Says what was edited or removed live since the last push; answers 4 when anything was. */
export function drift(flags: DriftFlags): Promise<number> {
  return compareLive('drift', flags, async ({ report }) => {
    const systems = report.systems.map(onlyDrift);
    const counts = { ...report.counts, update: 0, adopt: 0, delete: 0 };
    const format = flags.json === true ? 'json' : flags.markdown === true ? 'markdown' : 'text';
    process.stdout.write(planReporters[format]({ ...report, systems, counts }, painter(process.stdout)));
    if (hasProblems(report)) return EXIT.findings;
    return systems.some(({ changes }) => changes.length > 0) ? EXIT.drift : EXIT.clean;
  });
}
