import {
  type GraphNode,
  isService,
  type MetricSpec,
  type ProjectGraph,
  projectGraph,
  seriesId,
  seriesPerInstance,
} from '@binnacle/model';
import { parse, walk } from '@binnacle/promql';
import { partsOf } from '../sample/family.ts';
import { selectedName } from '../sample/need.ts';
import type { ContractsOnPage, ReaderOnPage } from '../wire/project.ts';
import { metricInCode } from './metric-in-code.ts';
import { placeOf } from './place.ts';
import type { ProjectState } from './state.ts';

/** `label_values(metric, label)` and its like are queries around a selector. */
const AROUND = /^\s*(?:label_values|query_result|metrics|label_names)\s*\((.*?)(?:,\s*\w+\s*)?\)\s*$/s;

/** Names of the metrics that a query reads, once for each text. */
function nameReader(): (query: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (query) => {
    const before = known.get(query);
    if (before !== undefined) return before;
    const names = new Set<string>();
    walk(parse(AROUND.exec(query)?.[1] ?? query).expr, (node) => {
      if (node.type === 'VectorSelector') names.add(selectedName(node) ?? '');
    });
    names.delete('');
    known.set(query, [...names]);
    return [...names];
  };
}

/** What is shown as a reader; routes read alerts and no series. */
function isReader(kind: GraphNode['kind']): kind is ReaderOnPage['kind'] {
  return kind !== 'metric' && kind !== 'service' && kind !== 'route';
}

/** What reads one of these series, also through records. */
function readersOf(metric: MetricSpec, { nodes, readers }: ProjectGraph): readonly ReaderOnPage[] {
  const found = new Map<string, GraphNode>();
  const pending = partsOf(metric).map(([name]) => seriesId(name));
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const reader of readers.get(id) ?? []) {
      const node = nodes.get(reader);
      if (node === undefined || found.has(reader) || !isReader(node.kind)) continue;
      found.set(reader, node);
      if (node.kind === 'record') pending.push(reader);
    }
  }
  return [...found.values()].flatMap(({ kind, name, resource }): ReaderOnPage[] =>
    isReader(kind) ? [{ kind, name, resource: resource.slice(resource.indexOf('/') + 1) }] : [],
  );
}

/** Every metric of the project with what reads it. */
export function contractsOnPage({ resources, root }: ProjectState): ContractsOnPage {
  const graph = projectGraph(resources, nameReader());
  return {
    metrics: resources.filter(isService).flatMap((service) =>
      service.spec.metrics.map((metric, i) => {
        const origin = placeOf(service, `/spec/metrics/${i}`, root);
        const code = metricInCode(service, `/spec/metrics/${i}`, root);
        return {
          service: service.metadata.name,
          metric,
          ...(origin !== undefined && { origin }),
          seriesPerInstance: seriesPerInstance(metric),
          readers: readersOf(metric, graph),
          ...(code !== undefined && { code }),
        };
      }),
    ),
  };
}
