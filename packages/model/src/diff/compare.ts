import { kindOf } from '../kinds.ts';
import { substance } from '../plan/substance.ts';
import type { Resource } from '../resource.ts';
import type { Difference, QueryComparison } from './difference.ts';
import { compareValues } from './values.ts';

/** What changed from one version of a resource to the next, in the order of the new one; none when they mean the same. */
export function compareResources(before: Resource, after: Resource, queries: QueryComparison): Difference[] {
  const compare = before.kind === after.kind ? kindOf(after.kind)?.compare : undefined;
  return compare?.(before, after, queries) ?? compareValues(substance(before), substance(after));
}
