import type { Verdict } from '@binnacle/model';
import { EXIT } from '../exit-code.ts';
import type { PlanReport } from '../plan-report.ts';
import { hasProblems } from './compare-live.ts';

/** What is not as the last push left it: edited, or gone. What was only changed in code is not drift. */
const DRIFT: ReadonlySet<Verdict> = new Set(['drifted', 'conflict', 'create']);

/** The plan without everything that is no drift. */
export function onlyDrift(report: PlanReport): PlanReport {
  const systems = report.systems.map((system) => ({
    ...system,
    changes: system.changes.filter(({ verdict }) => DRIFT.has(verdict)),
  }));
  return { ...report, systems, counts: { ...report.counts, update: 0, adopt: 0, delete: 0 } };
}

/** What the drift that was found answers to the shell. */
export function driftCode(report: PlanReport): number {
  if (hasProblems(report)) return EXIT.findings;
  return report.systems.some(({ changes }) => changes.length > 0) ? EXIT.drift : EXIT.clean;
}
