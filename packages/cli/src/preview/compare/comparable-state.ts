import { type Resource, resourceId } from '@binnacle/model';
import type { ProjectState } from '@binnacle/preview';

/** What of the shown definitions can be compared. */
export interface ComparableState {
  readonly resources: readonly Resource[];
  /** True for what the shown definitions lack because it is wrong: it is not to be taken for removed. */
  readonly isLeftOut: (resource: Resource) => boolean;
  /** What is left out, one line. */
  readonly notes: readonly string[];
}

/** The shown definitions without the files beside them, and what they lack because of errors. */
export function comparableState({ resources, findings }: ProjectState, files: readonly string[]): ComparableState {
  const own = resources.filter(({ source }) => source?.origin === undefined || !files.includes(source.origin.file));
  const shown = new Set(resources.map(resourceId));
  const wrong = findings.flatMap(({ severity, resource }) =>
    severity === 'error' && resource !== undefined && !shown.has(resource) ? [resource] : [],
  );
  const leftOut = new Set(wrong);
  const names = [...leftOut].toSorted();
  return {
    resources: own,
    isLeftOut: (resource) => leftOut.has(resourceId(resource)),
    notes: names.length === 0 ? [] : [`not compared because of errors: ${names.join(', ')}`],
  };
}
