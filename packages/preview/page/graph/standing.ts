import type { ServiceGraph } from './service-graph.ts';
import type { Standing } from './service-node.tsx';

/** What each service is to the one that is selected. */
export function standingOf(graph: ServiceGraph, selected: string): (id: string) => Standing {
  if (!graph.nodes.has(selected)) return () => 'plain';
  const needs = new Set(graph.needs.get(selected));
  const neededBy = new Set(graph.neededBy.get(selected));
  return (id) => {
    if (id === selected) return 'selected';
    if (needs.has(id)) return 'need';
    return neededBy.has(id) ? 'needer' : 'far';
  };
}
