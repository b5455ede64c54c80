import { type ProjectGraph, projectGraph, type Resource } from '@binnacle/model';
import { metricNames } from './metric-names.ts';

const known = new WeakMap<readonly Resource[], ProjectGraph>();

/** What reads what in a project; found out once for each load of the definitions. */
export function graphIn(resources: readonly Resource[]): ProjectGraph {
  let graph = known.get(resources);
  if (graph === undefined) known.set(resources, (graph = projectGraph(resources, metricNames)));
  return graph;
}
