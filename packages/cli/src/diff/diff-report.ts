import { diff, projectGraph, type Resource, summarise, type Summary } from '@binnacle/model';
import type { Paint } from '../terminal.ts';
import { type Entry, entryOf } from './entry.ts';
import { compareQueries, metricNames } from './queries.ts';

/** What `diff` has to say. Every reporter gets the same data. */
export interface DiffReport {
  readonly command: 'diff';
  /** What is compared with: a revision as it was named and its commit. */
  readonly base: { readonly name: string; readonly commit: string };
  readonly summary: Summary;
  readonly entries: readonly Entry[];
}

/** How much of a diff is shown. */
export interface DiffPresentation {
  readonly paint: Paint;
  /** Sketches of changed dashboards on a terminal. */
  readonly isVerbose: boolean;
}

/** Turns a diff into text with its final line end. */
export type DiffReporter = (report: DiffReport, presentation: DiffPresentation) => string;

/** The report of two versions of a project's resources. */
export function diffReport(
  base: DiffReport['base'],
  before: readonly Resource[],
  after: readonly Resource[],
): DiffReport {
  const changes = diff(before, after, compareQueries);
  // Every query of the project is read only when something changed.
  const graph = projectGraph(changes.length === 0 ? [] : after, metricNames);
  return {
    command: 'diff',
    base,
    summary: summarise(changes),
    entries: changes.map((change) => entryOf(change, graph)),
  };
}
