import type { Kind } from '../kind.ts';
import { kindOf } from '../kinds.ts';
import { compareRouteTrees } from '../kinds/alertmanager-config/compare.ts';
import { substance } from '../plan/substance.ts';
import type { Resource } from '../resource.ts';
import type { Difference, QueryComparison } from './difference.ts';
import { compareValues } from './values.ts';

/** Kinds that plans alone have: parts of a resource, as a system keeps them. */
const PARTS: Readonly<Record<string, Kind['compare']>> = { NotificationPolicy: compareRouteTrees };

/** What changed from one version of a resource to the next, in the order of the new one; none when they mean the same. */
export function compareResources(before: Resource, after: Resource, queries: QueryComparison): Difference[] {
  const compare = before.kind === after.kind ? (kindOf(after.kind)?.compare ?? PARTS[after.kind]) : undefined;
  return compare?.(before, after, queries) ?? compareValues(substance(before), substance(after));
}
