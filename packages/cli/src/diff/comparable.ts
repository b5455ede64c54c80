import { type Diagnostic, type Resource, resourceId, validate } from '@binnacle/model';

/** What of a set of resources is well formed enough to be compared, and what is wrong with the others. */
export function comparable(resources: readonly Resource[]): {
  readonly resources: readonly Resource[];
  readonly problems: readonly Diagnostic[];
} {
  const problems = validate(resources).filter(({ severity }) => severity === 'error');
  const broken = new Set(problems.map(({ resource }) => resource));
  return { resources: resources.filter((resource) => !broken.has(resourceId(resource))), problems };
}
