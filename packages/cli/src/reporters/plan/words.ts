import { summarise, summaryText, type Verdict } from '@binnacle/model';
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

const RULES = new Set(['alert', 'record']);

/** Rules that come, go and change, as nobody thinks of the files they are in, and who is paged for what; undefined where none does. */
function rulesText({ systems }: PlanReport, verdicts: readonly Verdict[]): string | undefined {
  const changes = systems.flatMap((system) => system.changes.filter(({ verdict }) => verdicts.includes(verdict)));
  const { tallies, ...pages } = summarise(changes);
  const own = tallies.filter(({ noun }) => RULES.has(noun));
  return own.length === 0 ? undefined : summaryText({ ...pages, tallies: own });
}

/** What a push does to rules without being told more; what is no longer declared goes only where it is told to prune. */
function alertsText(report: PlanReport): string[] {
  // Drift is told as what a write would undo: it is nothing that will happen.
  if (report.command === 'drift') return [];
  const [written, pruned] = [rulesText(report, ['create', 'update']), rulesText(report, ['delete'])];
  return [
    ...(written === undefined ? [] : [written]),
    ...(pruned === undefined ? [] : [`with --prune ${pruned.replaceAll('; ', ', ')}`]),
  ];
}

/** What drift says otherwise. */
const COUNTED_AS_DRIFT: Partial<Readonly<Record<Verdict, string>>> = { create: 'not there', adopt: 'no longer ours' };

/** `2 to create, 1 to update; 3 alerts added; 1 alert now pages; 1204 unchanged`: a plan in one line. */
export function summary(report: PlanReport): string {
  const { command, counts, systems } = report;
  const isDrift = command === 'drift';
  const changed = COUNTED.flatMap(([verdict, words]) =>
    counts[verdict] === 0 ? [] : [`${counts[verdict]} ${(isDrift ? COUNTED_AS_DRIFT[verdict] : undefined) ?? words}`],
  );
  const failed = systems.filter(({ problem }) => problem !== undefined).length;
  if (failed > 0) changed.push(`${failed} ${failed === 1 ? 'system' : 'systems'} not reached`);
  const none = isDrift ? 'no drift' : 'no changes';
  const all = changed.length === 0 ? none : changed.join(', ');
  return [all, ...alertsText(report), `${counts.unchanged} unchanged`].join('; ');
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
