import { relative } from 'node:path';
import { originAt, type Resource } from '@binnacle/model';

/** `file:line` of a part of a resource, relative to the project's root; undefined when nobody knows. */
export function placeOf(resource: Resource, path: string, root: string): string | undefined {
  const origin = originAt(resource, path);
  return origin === undefined ? undefined : `${relative(root, origin.file).replaceAll('\\', '/')}:${origin.line}`;
}
