import type { Verdict } from '@binnacle/model';
import { liveEntryOf, type Entry } from '../../diff/entry.ts';
import type { PlanReport, SystemPlan } from '../../plan-report.ts';

/** Verdicts in the order in which a summary counts them, and what it says of each. */
const COUNTED: readonly (readonly [Verdict, string])[] = [
  ['create', 'to create'],
  ['update', 'to update'],
  ['delete', 'no longer declared'],
  ['adopt', 'made by others'],
  ['drifted', 'edited live'],
  ['conflict', 'edited both live and in code'],
];

/** `2 to create, 1 to update; 1204 unchanged`: a plan in one line. */
export function summary({ counts, systems }: PlanReport): string {
  const changed = COUNTED.flatMap(([verdict, words]) => (counts[verdict] === 0 ? [] : [`${counts[verdict]} ${words}`]));
  const failed = systems.filter(({ problem }) => problem !== undefined).length;
  if (failed > 0) changed.push(`${failed} ${failed === 1 ? 'system' : 'systems'} not reached`);
  return `${changed.length === 0 ? 'no changes' : changed.join(', ')}; ${counts.unchanged} unchanged`;
}

/** The changes of one system as they are shown. */
export function entriesOf({ changes, impacts }: SystemPlan): Entry[] {
  return changes.map((change) => liveEntryOf(change, impacts?.[change.id]));
}
