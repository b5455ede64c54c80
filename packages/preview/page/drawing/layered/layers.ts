/** An edge of a graph, from one id to another. */
export interface Link {
  readonly source: string;
  readonly target: string;
}

/** The links between known nodes, each once and none to itself. */
function plainLinks(ids: ReadonlySet<string>, links: readonly Link[]): readonly Link[] {
  const known = new Map<string, Link>();
  for (const link of links) {
    const { source, target } = link;
    if (source !== target && ids.has(source) && ids.has(target)) known.set(JSON.stringify([source, target]), link);
  }
  return [...known.values()];
}

function targetsOf(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  const targets = new Map<string, string[]>();
  for (const { source, target } of links) targets.set(source, [...(targets.get(source) ?? []), target]);
  return targets;
}

/** The links with those that close a circle turned round, so that all lead one way. */
function turned(ids: Iterable<string>, links: readonly Link[]): readonly Link[] {
  const targets = targetsOf(links);
  const [open, done] = [new Set<string>(), new Set<string>()];
  const back = new Set<string>();
  for (const start of ids) {
    const path: { readonly id: string; next: number }[] = done.has(start) ? [] : [{ id: start, next: 0 }];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      open.add(at.id);
      const target = targets.get(at.id)?.[at.next];
      at.next += 1;
      if (target === undefined) {
        path.pop();
        open.delete(at.id);
        done.add(at.id);
      } else if (open.has(target)) back.add(JSON.stringify([at.id, target]));
      else if (!done.has(target)) path.push({ id: target, next: 0 });
    }
  }
  return links.map(({ source, target }) =>
    back.has(JSON.stringify([source, target])) ? { source: target, target: source } : { source, target },
  );
}

/** Ids in an order in which every link leads onwards. */
function sorted(ids: Iterable<string>, links: readonly Link[]): readonly string[] {
  const missing = new Map<string, number>();
  for (const { target } of links) missing.set(target, (missing.get(target) ?? 0) + 1);
  const targets = targetsOf(links);
  const order = [...ids].filter((id) => !missing.has(id));
  for (let i = 0; i < order.length; i += 1) {
    for (const target of targets.get(order[i] ?? '') ?? []) {
      const left = (missing.get(target) ?? 0) - 1;
      missing.set(target, left);
      if (left === 0) order.push(target);
    }
  }
  return order;
}

/**
 * The layer of each node: behind all that lead to it. What nothing leads to stands right before what it leads to. In a circle, one
 * link leads back.
 */
export function layersOf(ids: readonly string[], links: readonly Link[]): ReadonlyMap<string, number> {
  const known = new Set(ids);
  const onwards = turned(known, plainLinks(known, links));
  const order = sorted(known, onwards);
  const targets = targetsOf(onwards);
  const layers = new Map([...known].map((id) => [id, 0]));
  for (const id of order) {
    const next = (layers.get(id) ?? 0) + 1;
    for (const target of targets.get(id) ?? []) layers.set(target, Math.max(next, layers.get(target) ?? 0));
  }
  const led = new Set(onwards.map(({ target }) => target));
  for (const id of known) {
    const behind = (targets.get(id) ?? []).map((target) => layers.get(target) ?? 0);
    if (!led.has(id) && behind.length > 0) layers.set(id, Math.min(...behind) - 1);
  }
  return layers;
}
