import { fits } from '../home/matching.ts';
import type { Link } from '../drawing/layered/layers.ts';
import type { GraphNode, ServiceGraph } from './service-graph.ts';

/** What is asked of the graph; empty for all. */
export interface Asked {
  readonly question: string;
  readonly owner: string;
  /** The service that is selected. */
  readonly selected: string;
  /** How many steps around the selected service are shown; nothing for the whole graph. */
  readonly depth: number | undefined;
}

/** A part of the graph that is drawn. */
export interface Part {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly Link[];
  /** Ids that were asked for; the others are beside them. */
  readonly asked: ReadonlySet<string>;
  /** How many there would be without a limit. */
  readonly total: number;
}

/** Everything that a service depends on, or that depends on it, in so many steps. */
function reached(from: string, next: ReadonlyMap<string, readonly string[]>, depth: number): ReadonlySet<string> {
  const found = new Set([from]);
  let edge: readonly string[] = [from];
  for (let step = 0; step < depth && edge.length > 0; step += 1) {
    edge = edge.flatMap((id) => next.get(id) ?? []).filter((id) => !found.has(id));
    for (const id of edge) found.add(id);
  }
  return found;
}

/** What a service is found by. */
function textOf({ id, title, owner, tier, kind }: GraphNode): string {
  return [id, title, owner, tier === '' ? '' : `tier ${tier}`, kind].join(' ');
}

/** Services that a question and an owner leave. */
export function matching({ nodes }: ServiceGraph, { question, owner }: Asked): readonly GraphNode[] {
  return [...nodes.values()].filter((node) => (owner === '' || node.owner === owner) && fits(question, textOf(node)));
}

/** Ids to draw: those that are asked for, and then those beside them. */
function wanted(graph: ServiceGraph, asked: Asked): readonly [ids: ReadonlySet<string>, beside: ReadonlySet<string>] {
  const { needs, neededBy, nodes } = graph;
  const { selected, depth, question, owner } = asked;
  if (depth !== undefined && nodes.has(selected)) {
    return [new Set([...reached(selected, needs, depth), ...reached(selected, neededBy, depth)]), new Set()];
  }
  const ids = new Set(matching(graph, asked).map(({ id }) => id));
  if (question === '' && owner === '') return [ids, new Set()];
  const around = [...ids].flatMap((id) => [...(needs.get(id) ?? []), ...(neededBy.get(id) ?? [])]);
  return [ids, new Set(around.filter((id) => !ids.has(id)))];
}

/** The part of a graph that is asked for; of too many services those that matter most: asked for, of a high tier, in trouble. */
export function partOf(graph: ServiceGraph, asked: Asked, limit: number): Part {
  const [ids, beside] = wanted(graph, asked);
  const rank = (node: GraphNode): readonly number[] => [
    Number(node.id !== asked.selected),
    Number(!ids.has(node.id)),
    Number(node.tier === '' ? Infinity : node.tier),
    -node.firing,
  ];
  const all = [...ids, ...beside].flatMap((id) => graph.nodes.get(id) ?? []);
  const nodes = all.length <= limit ? all : all.toSorted((a, b) => compare(rank(a), rank(b))).slice(0, limit);
  const drawn = new Set(nodes.map(({ id }) => id));
  return {
    nodes,
    links: graph.links.filter(({ source, target }) => drawn.has(source) && drawn.has(target)),
    asked: ids,
    total: all.length,
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i < 0 ? 0 : (a[i] ?? 0) < (b[i] ?? 0) ? -1 : 1;
}
