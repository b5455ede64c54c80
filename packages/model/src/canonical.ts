import type { Resource } from './resource.ts';
import { toJson } from './serialise/to-json.ts';

/** The resource without `source`: what emitters write and servers store. */
export function withoutSource<R extends Resource>(resource: R): Omit<R, 'source'> {
  const { source: _, ...data } = resource;
  return data;
}

/** One text for equal resources, whatever the order of their keys; `source` does not count. */
export function canonical(resource: Resource): string {
  return toJson(withoutSource(resource));
}
