import { type DashboardSpec, isDashboardV2, pointer, type Resource } from '@binnacle/model';
import { toV2 } from '../classic/to-v2.ts';

/** A dashboard in the v2 shape, with where its elements are in the resource it was made of. */
export interface InV2 {
  readonly resource: Resource;
  /** By element name, the pointer to the panel. */
  readonly places: Readonly<Record<string, string>>;
  readonly losses: readonly string[];
}

function placesIn({ elements }: DashboardSpec): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(elements).map((name) => [name, pointer('spec', 'elements', name)]));
}

/** A dashboard of either shape in the v2 shape. */
export function inV2(resource: Resource): InV2 {
  if (isDashboardV2(resource)) return { resource, places: placesIn(resource.spec), losses: [] };
  return toV2(resource);
}
