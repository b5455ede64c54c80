import { compareLive } from '../push/compare-live.ts';
import { driftCode, onlyDrift } from '../push/drifted.ts';
import type { LiveFlags } from '../push/prepare.ts';
import { planReporters } from '../reporters/plan/index.ts';
import { painter } from '../terminal.ts';

export interface DriftFlags extends LiveFlags {
  readonly markdown?: boolean;
}

/** Says what was edited or removed live since the last push; answers 4 when anything was. */
export function drift(flags: DriftFlags): Promise<number> {
  return compareLive('drift', flags, async (compared) => {
    const report = onlyDrift(compared.report);
    const format = flags.json === true ? 'json' : flags.markdown === true ? 'markdown' : 'text';
    process.stdout.write(planReporters[format](report, painter(process.stdout)));
    return driftCode(report);
  });
}
