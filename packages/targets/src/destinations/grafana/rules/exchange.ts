import { type LiveResource, type Owner, type Resource, resourceId, type RuleGroup } from '@binnacle/model';
import { type GroupPlace, groupOf } from '../../../ruler/group.ts';
import { withGroupStamp } from '../../../stamp/comment.ts';
import { TargetError } from '../../../target-error.ts';
import { assertUnchanged, stampedAlike } from '../../unchanged.ts';
import type { RulesApi } from './rules-api.ts';

/** How one rule API reads and writes a single group. */
export interface GroupEndpoint {
  readonly read: (place: GroupPlace) => Promise<LiveResource | undefined>;
  readonly write: (resource: Resource, group: RuleGroup) => Promise<void>;
  readonly remove: (place: GroupPlace) => Promise<void>;
}

function placed(resource: Resource): NonNullable<ReturnType<typeof groupOf>> {
  const place = groupOf(resource);
  if (place !== undefined) return place;
  throw new TargetError('refused', `${resourceId(resource)} is no rule group`);
}

/**
 * Writes over an API that knows no revisions: the group is read just before, and one that is not as the plan saw it is a
 * conflict. What is already as wanted is not written again.
 */
export function exchange(endpoint: GroupEndpoint, owner: Owner): Pick<RulesApi, 'put' | 'remove'> {
  return {
    put: async (put) => {
      const { resource, stamp } = put;
      const write = { action: 'put', ...put } as const;
      const place = placed(resource);
      const before = await endpoint.read(place);
      if (before !== undefined && stampedAlike(before, write)) return { live: before, warnings: [] };
      assertUnchanged(before, write, owner);
      await endpoint.write(resource, withGroupStamp(place.group, stamp));
      const after = await endpoint.read(place);
      if (after === undefined) {
        throw new TargetError('conflict', `${resourceId(resource)} was deleted as soon as it was written`, {
          fix: 'run the command again',
        });
      }
      const warnings = stampedAlike(after, write) ? [] : ['Grafana keeps the group otherwise than it was sent'];
      return { live: after, warnings };
    },
    remove: async (live) => {
      const place = placed(live.resource);
      const found = await endpoint.read(place);
      if (found === undefined) return { warnings: [] };
      assertUnchanged(found, { action: 'delete', live }, owner);
      await endpoint.remove(place);
      return { warnings: [] };
    },
  };
}
