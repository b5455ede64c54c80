import { kindOf } from '../kinds.ts';
import { isPrometheusRule } from '../kinds/prometheus-rule/spec.ts';
import type { Resource } from '../resource.ts';
import { compareResources } from './compare.ts';
import type { Difference, QueryComparison } from './difference.ts';

/** One line about a resource of a kind that says what it is. */
function outlined(resource: Resource, change: 'added' | 'removed'): readonly Difference[] {
  const outline = kindOf(resource.kind)?.outline?.(resource);
  if (outline === undefined) return [];
  const { consequence, ...rest } = outline;
  return [{ path: '', change, ...rest, ...(change === 'added' && consequence !== undefined && { consequence }) }];
}

/** What a resource that comes or goes brings or takes away. Of most it is said what they are; rules are told one by one: an alert that comes with its resource pages as any other. */
export function wholeDifferences(
  { before, after }: { readonly before?: Resource; readonly after?: Resource },
  queries: QueryComparison,
): readonly Difference[] {
  const resource = after ?? before;
  if (resource === undefined) return [];
  if (!isPrometheusRule(resource)) return outlined(resource, after === undefined ? 'removed' : 'added');
  const empty: Resource = { ...resource, spec: { groups: [] } };
  return compareResources(before ?? empty, after ?? empty, queries);
}
