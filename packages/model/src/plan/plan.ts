import { compareResources } from '../diff/compare.ts';
import { type QueryComparison, sameText } from '../diff/difference.ts';
import { wholeDifferences } from '../diff/whole.ts';
import { resourceId, type Resource } from '../resource.ts';
import type { Change, Verdict } from './change.ts';
import { isOurs, type LiveResource, type Owner } from './live.ts';
import { checksum } from './substance.ts';

export interface PlanOptions {
  readonly owner: Owner;
  /** How two queries are told apart. Default: by their text. */
  readonly queries?: QueryComparison;
}

function verdictOf(desired: Resource, live: LiveResource, owner: Owner): Verdict {
  const [wanted, found] = [checksum(desired), checksum(live.resource)];
  if (!isOurs(live, owner) || live.stamp === undefined) return 'adopt';
  if (wanted === found) return 'unchanged';
  const isEdited = found !== (live.stamp.stored ?? live.stamp.checksum);
  const isChanged = wanted !== live.stamp.checksum;
  if (isEdited) return isChanged ? 'conflict' : 'drifted';
  return isChanged ? 'update' : 'unchanged';
}

function withdrawn(live: LiveResource, queries: QueryComparison): Change {
  const { stamp, resource } = live;
  const isEdited = stamp !== undefined && checksum(resource) !== (stamp.stored ?? stamp.checksum);
  const differences = wholeDifferences({ before: resource }, queries);
  return { id: resourceId(resource), verdict: isEdited ? 'conflict' : 'delete', live, differences };
}

/**
 * What makes a system hold exactly the desired resources. Pure; sorted by id. Live resources that are neither ours nor
 * desired are left out: nothing of a plan touches them. One that was edited live and is no longer desired is a conflict.
 */
export function plan(
  desired: readonly Resource[],
  live: readonly LiveResource[],
  { owner, queries = sameText }: PlanOptions,
): Change[] {
  const found = new Map(live.map((one) => [resourceId(one.resource), one]));
  const changes = desired.map((resource): Change => {
    const id = resourceId(resource);
    const known = found.get(id);
    found.delete(id);
    if (known === undefined) {
      const differences = wholeDifferences({ after: resource }, queries);
      return { id, verdict: 'create', desired: resource, differences };
    }
    const verdict = verdictOf(resource, known, owner);
    const differences = verdict === 'unchanged' ? [] : compareResources(known.resource, resource, queries);
    return { id, verdict, desired: resource, live: known, differences };
  });
  for (const one of found.values()) if (isOurs(one, owner)) changes.push(withdrawn(one, queries));
  return changes.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}
