import type { Diagnostic } from '../diagnostic.ts';
import { finding } from '../finding.ts';
import { resourceId, type Resource } from '../resource.ts';

/** What gives a second resource of a kind another name. */
const FIXES: Readonly<Record<string, string>> = {
  Dashboard: 'the name is made of service and title, or is the `uid`: give one another title or `uid`',
  PrometheusRule: "give one a name: rules(service, groups, { name: 'x' })",
};

/** Resources of one kind with the same name, or with names that differ only in case and so share a file on some systems. */
export function duplicateNames(resources: readonly Resource[]): Diagnostic[] {
  const first = new Map<string, Resource>();
  return resources.flatMap((resource) => {
    const id = resourceId(resource);
    const known = first.get(id.toLowerCase());
    if (known === undefined) {
      first.set(id.toLowerCase(), resource);
      return [];
    }
    const isSame = resourceId(known) === id;
    const related = known.source?.origin;
    return [
      finding(resource, {
        rule: 'resource/duplicate-name',
        severity: 'error',
        message: isSame ? `two resources are ${id}` : `${id} and ${resourceId(known)} differ only in case`,
        path: '/metadata/name',
        ...(related !== undefined && { related }),
        fix: FIXES[resource.kind] ?? 'give each its own name',
      }),
    ];
  });
}
