import { type GraphNode, type ProjectGraph, type Resource, seriesId } from '@binnacle/model';
import type { DashboardLink } from '../wire/rules.ts';
import { graphIn } from './graph-in.ts';
import { metricNames } from './metric-names.ts';
import { dashboardsOf, titleOf } from './project-on-page.ts';

/** Who in a project shows which series. */
export interface Uses {
  /**
   * Dashboards with panels of what a query reads, or of these series besides; where there are none, of what the records it reads
   * are made of.
   */
  readonly dashboardsFor: (query: string, besides: readonly string[]) => readonly DashboardLink[];
}

/** More dashboards than that are no help. */
const MOST_DASHBOARDS = 8;
const DASHBOARD = 'Dashboard/';

function readers({ nodes, readers: all }: ProjectGraph, names: readonly string[]): readonly GraphNode[] {
  const ids = new Set(names.flatMap((name) => [...(all.get(seriesId(name)) ?? [])]));
  return [...ids].flatMap((id) => nodes.get(id) ?? []);
}

function made(resources: readonly Resource[]): Uses {
  const graph = graphIn(resources);
  const titles = new Map(dashboardsOf(resources).map((resource) => [resource.metadata.name, titleOf(resource)]));
  const queries = new Map<string, readonly string[]>();
  for (const [read, by] of graph.readers) {
    for (const id of by) queries.set(id, [...(queries.get(id) ?? []), read]);
  }

  function dashboardsWith(names: readonly string[]): readonly DashboardLink[] {
    const panels = new Map<string, Set<string>>();
    for (const { kind, resource, name } of readers(graph, names)) {
      if (kind !== 'panel') continue;
      const uid = resource.slice(DASHBOARD.length);
      panels.set(uid, (panels.get(uid) ?? new Set()).add(name));
    }
    return [...panels]
      .map(([uid, own]) => ({ uid, title: titles.get(uid) ?? uid, panels: [...own].toSorted() }))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
  }

  function namesBehind(query: string): readonly string[] {
    const found = new Set<string>();
    const pending = [...metricNames(query)];
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (found.has(name)) continue;
      found.add(name);
      const node = graph.nodes.get(seriesId(name));
      if (node?.kind !== 'record') continue;
      pending.push(...(queries.get(node.id) ?? []).map((id) => id.slice(seriesId('').length)));
    }
    return [...found];
  }

  return {
    dashboardsFor(query, besides) {
      const direct = dashboardsWith([...metricNames(query), ...besides]);
      return (direct.length > 0 ? direct : dashboardsWith(namesBehind(query))).slice(0, MOST_DASHBOARDS);
    },
  };
}

const known = new WeakMap<readonly Resource[], Uses>();

/** Who reads what in a project; found out once for each load of the definitions. */
export function usesIn(resources: readonly Resource[]): Uses {
  let uses = known.get(resources);
  if (uses === undefined) known.set(resources, (uses = made(resources)));
  return uses;
}
