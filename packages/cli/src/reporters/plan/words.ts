import type { Verdict } from '@binnacle/model';
import { liveEntryOf, type Entry } from '../../diff/entry.ts';
import type { PlanReport, SystemPlan } from '../../plan-report.ts';
import { driftPresented, edited } from './live-notes.ts';

/** Verdicts in the order in which a summary counts them, and what it says of each. */
const COUNTED: readonly (readonly [Verdict, string])[] = [
  ['create', 'to create'],
  ['update', 'to update'],
  ['delete', 'no longer declared'],
  ['adopt', 'made by others'],
  ['drifted', 'edited live'],
  ['conflict', 'edited both live and in code'],
];

/** What drift says otherwise. */
const COUNTED_AS_DRIFT: Partial<Readonly<Record<Verdict, string>>> = { create: 'not there', adopt: 'no longer ours' };

/** `2 to create, 1 to update; 1204 unchanged`: a plan in one line. */
export function summary({ command, counts, systems }: PlanReport): string {
  const isDrift = command === 'drift';
  const changed = COUNTED.flatMap(([verdict, words]) =>
    counts[verdict] === 0 ? [] : [`${counts[verdict]} ${(isDrift ? COUNTED_AS_DRIFT[verdict] : undefined) ?? words}`],
  );
  const failed = systems.filter(({ problem }) => problem !== undefined).length;
  if (failed > 0) changed.push(`${failed} ${failed === 1 ? 'system' : 'systems'} not reached`);
  return `${changed.length === 0 ? (isDrift ? 'no drift' : 'no changes') : changed.join(', ')}; ${counts.unchanged} unchanged`;
}

/** The digest of a plan, or why it has none. */
export function digestText({ digest }: PlanReport): string {
  return digest === undefined ? 'no digest: the plan is incomplete' : `digest ${digest}`;
}

/** The changes of one system as they are shown. */
export function entriesOf({ changes, impacts }: SystemPlan, report: PlanReport): Entry[] {
  const presented = report.command === 'drift' ? driftPresented : edited(report.onDrift);
  return changes.map((change) => {
    const { shown, note } = presented(change);
    return { ...liveEntryOf(shown, impacts?.[change.id]), ...(note !== undefined && { note }) };
  });
}

/** What is said of a system without changes. */
export function nothingText({ isNew }: SystemPlan, { command }: PlanReport): string {
  if (isNew === true) return 'nothing here is of this project: it was never pushed';
  return command === 'drift' ? 'nothing was edited or removed' : 'nothing to do';
}
