import type { Resource } from '@binnacle/model';
import { metricNames } from '../../project/metric-names.ts';
import { queriesIn } from '../hints.ts';
import { SCRAPE_METRICS } from '../scrape.ts';

/** Whether the project's own definitions read a metric: what they misname is not made up, but told. */
export function readsOf(resources: readonly Resource[], beside: readonly Resource[]): (name: string) => boolean {
  if (beside.length === 0) return () => false;
  const foreign = new Set(beside);
  const names = new Set(queriesIn(resources.filter((resource) => !foreign.has(resource))).flatMap(metricNames));
  // Every project reads what is there of every target.
  return (name) => names.has(name) && !SCRAPE_METRICS.has(name);
}
