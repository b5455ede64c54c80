import { type Change, compareResources, type Verdict, wholeDifferences } from '@binnacle/model';
import { compareQueries } from '../diff/queries.ts';
import { EXIT } from '../exit-code.ts';
import type { PlanReport, SystemPlan } from '../plan-report.ts';
import { hasProblems } from './compare-live.ts';

/** What is not as the last push left it: edited, gone, or without our stamp. What was only changed in code is not drift. */
const DRIFT: ReadonlySet<Verdict> = new Set(['drifted', 'conflict', 'create', 'adopt']);

/** True where something carries the stamp of this project. */
function isPushed({ changes, unchanged }: SystemPlan): boolean {
  return unchanged > 0 || changes.some(({ verdict }) => verdict !== 'create' && verdict !== 'adopt');
}

/** The change with what was done live in the place of what a write would do. */
function asDone(change: Change): Change {
  const { desired, live } = change;
  // What an edit changed in something that is declared no more cannot be told: it is not known what was pushed.
  if (desired === undefined) return { ...change, differences: [] };
  if (live === undefined) return { ...change, differences: wholeDifferences({ before: desired }, compareQueries) };
  return { ...change, differences: compareResources(desired, live.resource, compareQueries) };
}

/** True for something that was there, or is there, in another form than a push leaves it. */
function isDrift({ verdict, live }: Change, isKnown: boolean): boolean {
  if (!DRIFT.has(verdict)) return false;
  const isOfOthers = live?.stamp !== undefined || live?.manager !== undefined;
  // Where nothing of the project is, nothing can be said to be missing.
  return isKnown || (verdict !== 'create' && !(verdict === 'adopt' && isOfOthers));
}

function driftOf(system: SystemPlan): SystemPlan {
  const isKnown = isPushed(system);
  const changes = system.changes.filter((change) => isDrift(change, isKnown)).map(asDone);
  const isNew = !isKnown && system.changes.length > 0 && system.problem === undefined;
  return { ...system, changes, ...(isNew && { isNew }) };
}

/** The plan without everything that is no drift, told as what was done live. */
export function onlyDrift(report: PlanReport): PlanReport {
  const systems = report.systems.map(driftOf);
  const counts = { ...report.counts, create: 0, update: 0, delete: 0, adopt: 0, drifted: 0, conflict: 0 };
  for (const { verdict } of systems.flatMap(({ changes }) => changes)) counts[verdict] += 1;
  return { ...report, systems, counts };
}

/** What the drift that was found answers to the shell. */
export function driftCode(report: PlanReport): number {
  if (hasProblems(report)) return EXIT.findings;
  return report.systems.some(({ changes }) => changes.length > 0) ? EXIT.drift : EXIT.clean;
}
