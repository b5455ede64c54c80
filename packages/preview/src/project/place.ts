import { relative } from 'node:path';
import { originAt, type Resource } from '@binnacle/model';

/** Where a part of a resource was written, as `file:line` from the project's root; undefined for what nobody wrote. */
export function placeOf(resource: Resource, path: string, root: string): string | undefined {
  const origin = originAt(resource, path);
  return origin === undefined ? undefined : `${relative(root, origin.file).replaceAll('\\', '/')}:${origin.line}`;
}
