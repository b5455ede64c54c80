import { checksum, isOurs, type LiveResource, type Owner, resourceId } from '@binnacle/model';
import { TargetError } from '../target-error.ts';
import type { Write } from './destination.ts';

/** True when a live resource is what the write would make it, stamp included. */
export function stampedAlike(live: LiveResource, { resource, stamp }: Extract<Write, { action: 'put' }>): boolean {
  const isSame = live.stamp?.checksum === stamp.checksum && isOurs(live, stamp);
  return isSame && checksum(live.resource) === (live.stamp.stored ?? checksum(resource));
}

function isAsPlanned(now: LiveResource | undefined, planned: LiveResource | undefined): boolean {
  if (now === undefined || planned === undefined) return now === planned;
  return checksum(now.resource) === checksum(planned.resource) && now.stamp?.checksum === planned.stamp?.checksum;
}

/**
 * For systems that keep no revision: throws when what is there now, just read, is neither what the plan was made on nor
 * what the write leads to. Nothing but what carries the owner's stamp is deleted.
 */
export function assertUnchanged(now: LiveResource | undefined, write: Write, owner: Owner): void {
  if (now === undefined && write.action === 'delete') return;
  const id = resourceId(write.action === 'put' ? write.resource : write.live.resource);
  if (write.action === 'delete' && now !== undefined && !isOurs(now, owner)) {
    throw new TargetError('conflict', `${id} is no longer ours`, { fix: 'run the command again' });
  }
  if (write.action === 'put' && now !== undefined && stampedAlike(now, write)) return;
  if (isAsPlanned(now, write.live)) return;
  throw new TargetError('conflict', `${id} was changed since the plan was made`, { fix: 'run the command again' });
}
