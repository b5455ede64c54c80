import type { Diagnostic } from '../diagnostic.ts';
import { finding } from '../finding.ts';
import type { Origin } from '../origin.ts';
import { resourceId, type Resource } from '../resource.ts';

function place(origin: Origin | undefined): string {
  if (origin === undefined) return '';
  return ` (the other is in ${origin.file.split(/[\\/]/).at(-1) ?? origin.file}, line ${origin.line})`;
}

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
    return [
      finding(resource, {
        rule: 'resource/duplicate-name',
        severity: 'error',
        message: isSame
          ? `two resources are ${id}${place(known.source?.origin)}`
          : `${id} and ${resourceId(known)} differ only in case${place(known.source?.origin)}`,
        path: '/metadata/name',
        fix:
          resource.kind === 'Dashboard' ? 'the name is the uid: give each dashboard its own' : 'give each its own name',
      }),
    ];
  });
}
