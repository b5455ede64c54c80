import { hasErrors } from '@binnacle/model';
import { EXIT } from '../../exit-code.ts';
import type { PlanReport } from '../../plan-report.ts';
import { type Compared, comparePrepared } from '../../push/compare-live.ts';
import type { Prepared } from '../../push/prepare.ts';
import type { CiFlags } from '../ci-flags.ts';
import type { CiReport } from '../ci-report.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';

/** One mode of `binnacle ci`: does its work and says what came of it. Posts and writes nothing of the report. */
export type Mode = (flags: CiFlags, surroundings: Surroundings) => Promise<CiReport>;

/** The report before anything was compared with what runs. */
export function reportOf(flags: CiFlags, { project, resolved }: Prepared): CiReport {
  const environments = resolved.map(({ environment }) => environment.name);
  return { command: 'ci', mode: flags.mode, project, environments, exitCode: EXIT.clean };
}

/**
 * Compares what was prepared with what runs and adds to the report what `use` makes of it. What has errors is compared with
 * nothing.
 */
export async function withLive(
  report: CiReport,
  prepared: Prepared,
  {
    command,
    to,
    use,
  }: {
    readonly command: PlanReport['command'];
    readonly to: CiFlags['to'];
    readonly use: (compared: Compared) => Promise<Pick<CiReport, 'plan' | 'pushed' | 'exitCode'>>;
  },
): Promise<CiReport> {
  if (hasErrors(prepared.findings)) {
    prepared.progress.clear();
    const refused = prepared.findings.filter(({ severity }) => severity === 'error');
    // A review says them all.
    return { ...report, ...(report.review === undefined && { refused }), exitCode: EXIT.findings };
  }
  let found: Partial<CiReport> = {};
  const exitCode = await comparePrepared(command, prepared, {
    to,
    use: async (compared) => {
      const made = await use(compared);
      found = made;
      return made.exitCode;
    },
  });
  return { ...report, ...found, exitCode };
}
