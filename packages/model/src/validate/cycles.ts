type Graph = ReadonlyMap<string, readonly string[]>;

/** The nodes left when those that no circle runs through are taken away from the ends, again and again. */
function core(edges: Graph): Map<string, readonly string[]> {
  const predecessors = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [node, successors] of edges) {
    const known = successors.filter((next) => edges.has(next));
    open.set(node, known.length);
    for (const next of known) {
      const before = predecessors.get(next);
      if (before === undefined) predecessors.set(next, [node]);
      else before.push(node);
    }
  }
  const ends = [...open].filter(([, count]) => count === 0).map(([node]) => node);
  const left = new Map(edges);
  for (let node = ends.pop(); node !== undefined; node = ends.pop()) {
    left.delete(node);
    for (const before of predecessors.get(node) ?? []) {
      const count = (open.get(before) ?? 0) - 1;
      open.set(before, count);
      if (count === 0) ends.push(before);
    }
  }
  return left;
}

function pathTo(node: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const path: string[] = [];
  for (let at: string | undefined = node; at !== undefined; at = cameFrom.get(at)) path.unshift(at);
  return path;
}

/** Breadth first from `start` until an edge leads back to it. */
function shortestCycle(start: string, edges: Graph): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
  for (const node of cameFrom.keys()) {
    for (const next of edges.get(node) ?? []) {
      if (next === start) return pathTo(node, cameFrom);
      if (edges.has(next) && !cameFrom.has(next)) cameFrom.set(next, node);
    }
  }
  return undefined;
}

/**
 * Circles of a graph given as node → successors: for each node that lies on one and was in none before, the shortest through
 * it, from that node and without the closing one. In order of the first node's name; unknown successors are ignored.
 */
export function cyclesOf(edges: Graph): string[][] {
  const left = core(edges);
  const found: string[][] = [];
  const reported = new Set<string>();
  for (const start of [...left.keys()].toSorted()) {
    const cycle = reported.has(start) ? undefined : shortestCycle(start, left);
    if (cycle === undefined) continue;
    for (const node of cycle) reported.add(node);
    found.push(cycle);
  }
  return found;
}
