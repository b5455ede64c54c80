import { createHash } from 'node:crypto';
import { kindOf } from '../kinds.ts';
import type { Resource } from '../resource.ts';
import { toJson } from '../serialise/to-json.ts';

/** What a resource means, whatever a server adds, reorders or fills in: what two of them are compared by. */
export function substance(resource: Resource): unknown {
  return kindOf(resource.kind)?.substance?.(resource) ?? { spec: resource.spec };
}

/** SHA-256 (hex) of a resource's substance: it changes when, and only when, what the resource means changes. */
export function checksum(resource: Resource): string {
  return createHash('sha256')
    .update(toJson(substance(resource)))
    .digest('hex');
}
