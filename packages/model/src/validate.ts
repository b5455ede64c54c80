import type { Diagnostic } from './diagnostic.ts';
import { finding } from './finding.ts';
import { kindOf, kinds } from './kinds.ts';
import { didYouMean } from './nearest.ts';
import type { Resource } from './resource.ts';
import { folderFindings } from './validate/folders.ts';
import { metadataFindings } from './validate/metadata.ts';
import { duplicateNames } from './validate/names.ts';
import { dependencyCycles, unknownReferences } from './validate/references.ts';

/** Every finding about a resource by itself: against the schema and structure of its kind. Depends on nothing else. */
export function validateOne(resource: Resource): Diagnostic[] {
  const metadata = metadataFindings(resource).map((about) => finding(resource, about));
  const kind = kindOf(resource.kind);
  if (kind === undefined) {
    const fix = didYouMean(
      resource.kind,
      kinds.map((known) => known.kind),
    );
    const about = {
      rule: 'resource/unknown-kind',
      severity: 'error',
      message: `no kind '${resource.kind}'`,
      path: '/kind',
    } as const;
    return [...metadata, finding(resource, { ...about, ...(fix !== undefined && { fix }) })];
  }
  if (!kind.apiVersions.includes(resource.apiVersion)) {
    return [
      ...metadata,
      finding(resource, {
        rule: 'resource/api-version',
        severity: 'error',
        message: `apiVersion '${resource.apiVersion}' is not one we check for ${kind.kind}`,
        path: '/apiVersion',
        fix: `write ${kind.apiVersions.join(' or ')}`,
      }),
    ];
  }
  return [...metadata, ...kind.check(resource)];
}

/** Every finding about resources together: repeated names, references to nothing, cycles. */
export function validateAll(resources: readonly Resource[]): Diagnostic[] {
  return [
    ...duplicateNames(resources),
    ...unknownReferences(resources),
    ...dependencyCycles(resources),
    ...folderFindings(resources),
  ];
}

/**
 * Every finding about a project's resources: each by itself, then all together. Pure, and in the order of the resources.
 */
export function validate(resources: readonly Resource[]): Diagnostic[] {
  return [...resources.flatMap(validateOne), ...validateAll(resources)];
}
