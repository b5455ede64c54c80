import { type Resource, resourceId } from '@binnacle/model';
import type { ProjectState } from '@binnacle/preview';
import { comparable } from '../../diff/comparable.ts';

/** What of the shown definitions can be compared. */
export interface ComparableState {
  readonly resources: readonly Resource[];
  /** True for what the shown definitions lack because it is wrong: it is not to be taken for removed. */
  readonly isLeftOut: (resource: Resource) => boolean;
  /** What is left out, one line. */
  readonly notes: readonly string[];
}

/** Names that are given; the rest is counted. */
const NAMED = 5;

function notes(leftOut: ReadonlySet<string>): readonly string[] {
  if (leftOut.size === 0) return [];
  const names = [...leftOut].toSorted();
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return [`not compared because of errors: ${names.slice(0, NAMED).join(', ')}${more}`];
}

/** The shown definitions without the files beside them, without what is not well formed, and what they lack because of errors. */
export function comparableState({ resources, findings }: ProjectState, files: readonly string[]): ComparableState {
  const inProject = resources.filter(
    ({ source }) => source?.origin === undefined || !files.includes(source.origin.file),
  );
  const own = comparable(inProject);
  const kept = new Set(own.resources.map(resourceId));
  const broken = inProject.map(resourceId).filter((id) => !kept.has(id));
  const shown = new Set(resources.map(resourceId));
  const missing = findings.flatMap(({ severity, resource }) =>
    severity === 'error' && resource !== undefined && !shown.has(resource) ? [resource] : [],
  );
  const leftOut = new Set([...broken, ...missing]);
  return {
    resources: own.resources,
    isLeftOut: (resource) => leftOut.has(resourceId(resource)),
    notes: notes(leftOut),
  };
}
