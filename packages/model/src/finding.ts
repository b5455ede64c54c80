import type { Diagnostic } from './diagnostic.ts';
import { originAt } from './origin.ts';
import { resourceId, type Resource } from './resource.ts';

/** What a check says about a resource; who and where is filled in by `finding`. */
export type Finding = Omit<Diagnostic, 'resource' | 'origin'>;

/** The diagnostic for a finding about a resource: its id, and the line of the nearest enclosing part of `path`. */
export function finding(resource: Resource, about: Finding): Diagnostic {
  const origin = originAt(resource, about.path ?? '');
  return { ...about, resource: resourceId(resource), ...(origin !== undefined && { origin }) };
}
