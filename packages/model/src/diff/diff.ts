import { checksum } from '../plan/substance.ts';
import { resourceId, type Resource } from '../resource.ts';
import { compareResources } from './compare.ts';
import type { Difference, QueryComparison } from './difference.ts';
import { renamed } from './renamed.ts';
import { wholeDifferences } from './whole.ts';

/** What happened to one resource between two versions of a project. */
export interface ResourceChange {
  /** `Kind/name`: of the new one, or the old one for what was removed. */
  readonly id: string;
  readonly verdict: 'create' | 'delete' | 'update' | 'rename';
  /** Absent for what is new. */
  readonly before?: Resource;
  /** Absent for what was removed. */
  readonly after?: Resource;
  /** From the old one to the new one; of rules that come or go, every alert and record. None: it is only written otherwise. */
  readonly differences: readonly Difference[];
}

/** True for resources that mean the same. Most are written the same, which is found out sooner. */
function isSame(a: Resource, b: Resource): boolean {
  const [old, next] = [a, b].map(({ apiVersion, metadata, spec }) => JSON.stringify([apiVersion, metadata, spec]));
  return old === next || checksum(a) === checksum(b);
}

/** What a system that knows resources by name makes of another one. */
const RENAMED: Readonly<Record<string, string>> = {
  Dashboard: 'links to its old address break',
  Folder: 'links to its old address break',
  PrometheusRule: 'the state of its alerts will reset',
};

function renaming(before: Resource, after: Resource): Difference {
  const consequence = RENAMED[after.kind];
  return {
    path: '/metadata/name',
    change: 'changed',
    text: `renamed from ${before.metadata.name}`,
    ...(consequence !== undefined && { consequence }),
    reach: after.kind === 'PrometheusRule' ? 'pager' : 'ownership',
  };
}

/**
 * What changed from one version of a project's resources to the next: pure, sorted by id. Resources are the same by kind and
 * name; of those left over, the ones that are nearly alike were renamed.
 */
export function diff(
  before: readonly Resource[],
  after: readonly Resource[],
  queries: QueryComparison,
): ResourceChange[] {
  const old = new Map(before.map((resource) => [resourceId(resource), resource]));
  const next = new Map(after.map((resource) => [resourceId(resource), resource]));
  const changes: ResourceChange[] = [];
  for (const [id, resource] of next) {
    const known = old.get(id);
    if (known === undefined || isSame(known, resource)) continue;
    const differences = compareResources(known, resource, queries);
    changes.push({ id, verdict: 'update', before: known, after: resource, differences });
  }
  const { pairs, removed, added } = renamed(
    before.filter((resource) => !next.has(resourceId(resource))),
    after.filter((resource) => !old.has(resourceId(resource))),
  );
  for (const [a, b] of pairs) {
    const differences = [renaming(a, b), ...compareResources(a, b, queries)];
    changes.push({ id: resourceId(b), verdict: 'rename', before: a, after: b, differences });
  }
  for (const one of removed) {
    const differences = wholeDifferences({ before: one }, queries);
    changes.push({ id: resourceId(one), verdict: 'delete', before: one, differences });
  }
  for (const one of added) {
    const differences = wholeDifferences({ after: one }, queries);
    changes.push({ id: resourceId(one), verdict: 'create', after: one, differences });
  }
  return changes.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}
