import { isPrometheusRule } from '../kinds/prometheus-rule/spec.ts';
import type { Resource } from '../resource.ts';
import { compareResources } from './compare.ts';
import type { Difference, QueryComparison } from './difference.ts';

/** What a resource that comes or goes brings or takes away. Rules are told one by one: an alert that comes with its resource pages as any other. */
export function wholeDifferences(
  { before, after }: { readonly before?: Resource; readonly after?: Resource },
  queries: QueryComparison,
): readonly Difference[] {
  const resource = after ?? before;
  if (resource === undefined || !isPrometheusRule(resource)) return [];
  const empty: Resource = { ...resource, spec: { groups: [] } };
  return compareResources(before ?? empty, after ?? empty, queries);
}
