import {
  checksum,
  isOurs,
  isPrometheusRule,
  type LiveResource,
  type Owner,
  type Resource,
  resourceId,
  type RuleGroup,
  type Stamp,
} from '@binnacle/model';
import { withGroupStamp } from '../../../stamp/comment.ts';
import { TargetError } from '../../../target-error.ts';
import { type Place, placeOf } from './group.ts';
import type { RulesApi } from './rules-api.ts';

/** How one rule API reads and writes a single group. */
export interface GroupEndpoint {
  readonly read: (place: Place) => Promise<LiveResource | undefined>;
  readonly write: (place: Place, group: RuleGroup) => Promise<void>;
  readonly remove: (place: Place) => Promise<void>;
}

function placed(resource: Resource): Place {
  if (isPrometheusRule(resource)) return placeOf(resource);
  throw new TargetError('refused', `${resourceId(resource)} is no rule group`);
}

/** Throws when the group is not the one the plan was made on. */
function assertSeen(found: LiveResource | undefined, live: LiveResource | undefined, resource: Resource): void {
  if (found?.revision === live?.revision) return;
  const happened = found === undefined ? 'deleted' : live === undefined ? 'made by somebody else' : 'changed';
  throw new TargetError('conflict', `${resourceId(resource)} was ${happened} since the plan was made`, {
    fix: 'run the command again',
  });
}

/**
 * Writes over an API that knows no revisions: the group is read just before, and one that is not as the plan saw it is a
 * conflict. What is already as wanted is not written again.
 */
export function exchange(endpoint: GroupEndpoint, owner: Owner): Pick<RulesApi, 'put' | 'remove'> {
  function isDone(found: LiveResource, stamp: Stamp): boolean {
    return (
      isOurs(found, owner) && found.stamp?.checksum === stamp.checksum && checksum(found.resource) === stamp.checksum
    );
  }

  return {
    put: async ({ resource, stamp, live }) => {
      const place = placed(resource);
      const [group] = isPrometheusRule(resource) ? resource.spec.groups : [];
      if (group === undefined) throw new TargetError('refused', `${resourceId(resource)} holds no rule group`);
      const before = await endpoint.read(place);
      if (before !== undefined && isDone(before, stamp)) return { live: before, warnings: [] };
      assertSeen(before, live, resource);
      await endpoint.write(place, withGroupStamp(group, stamp));
      const after = await endpoint.read(place);
      if (after === undefined) {
        throw new TargetError('conflict', `${resourceId(resource)} was deleted as soon as it was written`, {
          fix: 'run the command again',
        });
      }
      const warnings = isDone(after, stamp) ? [] : ['Grafana keeps the group in other words than it was sent'];
      return { live: after, warnings };
    },
    remove: async (live) => {
      const place = placed(live.resource);
      const found = await endpoint.read(place);
      if (found === undefined) return { warnings: [] };
      assertSeen(found, live, live.resource);
      await endpoint.remove(place);
      return { warnings: [] };
    },
  };
}
