import { dashboardView } from '../kinds/dashboard/compare/compare.ts';
import { placedRules, isAlert } from '../kinds/prometheus-rule/compare/placed.ts';
import { pages } from '../kinds/prometheus-rule/severity.ts';
import { isPrometheusRule, type PrometheusRuleResource } from '../kinds/prometheus-rule/spec.ts';
import { isService } from '../kinds/service/spec.ts';
import { resourceId, type Resource, SERVICE_LABEL } from '../resource.ts';
import { type GraphNode, type ProjectGraph, type QueryNames, seriesId, serviceId } from './graph.ts';

/** A node with the names of the metrics it reads. */
type Reading = readonly [node: GraphNode, queries: readonly string[]];

function ofService(resource: Resource): { readonly service?: string } {
  const service = resource.metadata.labels?.[SERVICE_LABEL];
  return service === undefined ? {} : { service };
}

function* rules(resource: PrometheusRuleResource): Generator<Reading> {
  const id = resourceId(resource);
  for (const placed of placedRules(resource.spec)) {
    const { name, path, rule } = placed;
    const service = rule.labels?.['service'];
    const about = { name, resource: id, ...ofService(resource), ...(service !== undefined && { service }) };
    if (isAlert(placed)) {
      const node: GraphNode = { ...about, id: `alert ${id}${path}`, kind: 'alert' };
      yield [pages(placed.rule) ? { ...node, pages: true } : node, [rule.expr]];
    } else yield [{ ...about, id: seriesId(name), kind: 'record' }, [rule.expr]];
  }
}

function* dashboard(resource: Resource): Generator<Reading> {
  const id = resourceId(resource);
  const view = dashboardView(resource);
  const about = { resource: id, ...ofService(resource) };
  for (const { title, path, queries } of view.panels) {
    yield [{ ...about, id: `panel ${id}${path}`, kind: 'panel', name: title }, queries.map(({ text }) => text)];
  }
  for (const kind of ['variable', 'annotation'] as const) {
    for (const { name, path, query } of kind === 'variable' ? view.variables : view.annotations) {
      yield [{ ...about, id: `${kind} ${id}${path}`, kind, name }, [query]];
    }
  }
}

/** Reads what every resource declares and what each part reads: by the names of metrics in queries, and services by name. */
export function projectGraph(resources: readonly Resource[], names: QueryNames): ProjectGraph {
  const nodes = new Map<string, GraphNode>();
  const readers = new Map<string, Set<string>>();
  const read = (what: string, by: string): void => {
    readers.set(what, (readers.get(what) ?? new Set()).add(by));
  };
  for (const resource of resources) {
    if (!isService(resource)) continue;
    const { name } = resource.metadata;
    const about = { resource: resourceId(resource), service: name };
    nodes.set(serviceId(name), { ...about, id: serviceId(name), kind: 'service', name });
    for (const needed of resource.spec.dependsOn) read(serviceId(needed), serviceId(name));
    for (const metric of resource.spec.metrics) {
      nodes.set(seriesId(metric.name), { ...about, id: seriesId(metric.name), kind: 'metric', name: metric.name });
    }
  }
  const readings = resources.flatMap((resource) => {
    if (isPrometheusRule(resource)) return [...rules(resource)];
    return resource.kind === 'Dashboard' ? [...dashboard(resource)] : [];
  });
  for (const [node, queries] of readings) {
    nodes.set(node.id, node);
    for (const name of queries.flatMap(names)) read(seriesId(name), node.id);
  }
  return { nodes, readers };
}
