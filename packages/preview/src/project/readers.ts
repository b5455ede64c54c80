import {
  type GraphNode,
  isAlertRule,
  isPrometheusRule,
  isRecord,
  type MetricSpec,
  type ProjectGraph,
  type Resource,
  resourceId,
  seriesId,
  valueAt,
} from '@binnacle/model';
import { partsOf } from '../sample/family.ts';
import type { ReaderOnPage } from '../wire/project.ts';

/** What is shown as a reader; routes read alerts and no series. */
function isReader(kind: GraphNode['kind']): kind is ReaderOnPage['kind'] {
  return kind !== 'metric' && kind !== 'service' && kind !== 'route';
}

/** The pointer at the end of a node's id: what comes before it is its kind and its resource. */
function pointerOf({ id, kind, resource }: GraphNode): string {
  return id.slice(`${kind} ${resource}`.length);
}

/** What an address calls a panel: `panel-` and its id, in both shapes of a dashboard. */
function panelKey(node: GraphNode, resources: ReadonlyMap<string, Resource>): string | undefined {
  const panel = valueAt(resources.get(node.resource), pointerOf(node));
  if (!isRecord(panel)) return undefined;
  const id = isRecord(panel['spec']) ? panel['spec']['id'] : panel['id'];
  return typeof id === 'number' && id > 0 ? `panel-${id}` : undefined;
}

/** Ids of recording rules by their resource and name: what the graph knows of them is that they are series. */
function placesOfRecords(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const resource of resources.filter(isPrometheusRule)) {
    const id = resourceId(resource);
    resource.spec.groups.forEach(({ rules }, group) =>
      rules.forEach((rule, i) => {
        if (!isAlertRule(rule)) places.set(`${id} ${rule.record}`, `${id}/spec/groups/${group}/rules/${i}`);
      }),
    );
  }
  return places;
}

/** Finds what reads a metric, at first hand before what reads it through records. */
export function readerFinder(
  resources: readonly Resource[],
  { nodes, readers }: ProjectGraph,
): (metric: MetricSpec) => readonly ReaderOnPage[] {
  const byId = new Map(resources.map((resource) => [resourceId(resource), resource]));
  const recordPlaces = placesOfRecords(resources);

  function placeOf(node: GraphNode): string | undefined {
    if (node.kind === 'panel') return panelKey(node, byId);
    if (node.kind === 'alert') return `${node.resource}${pointerOf(node)}`;
    return node.kind === 'record' ? recordPlaces.get(`${node.resource} ${node.name}`) : undefined;
  }

  return (metric) => {
    const found = new Map<string, ReaderOnPage>();
    const pending: (readonly [id: string, through: string | undefined])[] = partsOf(metric).map(([name]) => [
      seriesId(name),
      undefined,
    ]);
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      const [read, through] = next;
      for (const id of readers.get(read) ?? []) {
        const node = nodes.get(id);
        if (node === undefined || found.has(id) || !isReader(node.kind)) continue;
        const place = placeOf(node);
        found.set(id, {
          kind: node.kind,
          name: node.name,
          resource: node.resource.slice(node.resource.indexOf('/') + 1),
          ...(place !== undefined && { place }),
          ...(through !== undefined && { through }),
        });
        if (node.kind === 'record') pending.push([id, node.name]);
      }
    }
    return [...found.values()];
  };
}
