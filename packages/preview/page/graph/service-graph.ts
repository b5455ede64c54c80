import type { ServiceOnPage } from '../../src/wire/project.ts';
import { grouped } from '../data/grouped.ts';
import type { Link } from '../drawing/layered/layers.ts';
import type { ServiceAlert } from './alerts.ts';

/** A service in the graph, or an owner with all that are theirs. */
export interface GraphNode {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly tier: string;
  readonly kind: string;
  /** False for what others depend on and nobody declares. */
  readonly isDeclared: boolean;
  /** Number of services: one, or of an owner all of them. */
  readonly services: number;
  readonly firing: number;
  readonly pending: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Services and what they depend on. */
export interface ServiceGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly links: readonly Link[];
  /** By id, what it depends on, and what depends on it. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  readonly neededBy: ReadonlyMap<string, readonly string[]>;
}

function graph(nodes: readonly GraphNode[], links: readonly Link[]): ServiceGraph {
  const ends = (from: keyof Link, to: keyof Link): ReadonlyMap<string, readonly string[]> =>
    new Map([...grouped(links, (link) => link[from])].map(([id, own]) => [id, own.map((link) => link[to])]));
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    links,
    needs: ends('source', 'target'),
    neededBy: ends('target', 'source'),
  };
}

/** What stands for the kind of an owner. */
export const OWNER = 'owner';

const NOBODY = { owner: '', tier: '', kind: '', services: 1, firing: 0, pending: 0, errors: 0, warnings: 0 } as const;

/** The graph of the services, with what their alerts do. */
export function serviceGraph(
  services: readonly ServiceOnPage[],
  alerts: ReadonlyMap<string, readonly ServiceAlert[]>,
): ServiceGraph {
  const nodes = services.map(({ name, title, owner = '', tier = '', kind = '', findings }): GraphNode => {
    const states = (alerts.get(name) ?? []).map(({ state }) => state);
    return {
      ...NOBODY,
      id: name,
      title,
      owner,
      tier,
      kind,
      isDeclared: true,
      firing: states.filter((state) => state === 'firing').length,
      pending: states.filter((state) => state === 'pending').length,
      ...findings,
    };
  });
  const links = services.flatMap(({ name, dependsOn }) => dependsOn.map((target) => ({ source: name, target })));
  const known = new Set(services.map(({ name }) => name));
  const unknown = new Set(links.map(({ target }) => target).filter((target) => !known.has(target)));
  return graph([...nodes, ...[...unknown].map((id) => ({ ...NOBODY, id, title: id, isDeclared: false }))], links);
}

/** The graph of owners: one depends on another when a service of theirs does. */
export function ownerGraph({ nodes, links }: ServiceGraph): ServiceGraph {
  const declared = [...nodes.values()].filter(({ isDeclared }) => isDeclared);
  const owners = [...grouped(declared, ({ owner }) => owner)].map(([owner, own]): GraphNode => {
    const sum = (of: (node: GraphNode) => number): number => own.reduce((total, node) => total + of(node), 0);
    return {
      ...NOBODY,
      id: owner,
      title: owner === '' ? 'nobody' : owner,
      owner,
      kind: OWNER,
      isDeclared: true,
      services: own.length,
      firing: sum(({ firing }) => firing),
      pending: sum(({ pending }) => pending),
      errors: sum(({ errors }) => errors),
      warnings: sum(({ warnings }) => warnings),
    };
  });
  const between = new Map<string, Link>();
  for (const { source, target } of links) {
    const [from, to] = [nodes.get(source), nodes.get(target)];
    if (from?.isDeclared !== true || to?.isDeclared !== true || from.owner === to.owner) continue;
    between.set(JSON.stringify([from.owner, to.owner]), { source: from.owner, target: to.owner });
  }
  return graph(owners, [...between.values()]);
}
