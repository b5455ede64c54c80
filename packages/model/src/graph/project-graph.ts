import { reachedRoutes } from '../kinds/alertmanager-config/reach.ts';
import { isAlertmanagerConfig } from '../kinds/alertmanager-config/spec.ts';
import { dashboardView } from '../kinds/dashboard/compare/compare.ts';
import { isAlert, knownLabels, placedRules } from '../kinds/prometheus-rule/compare/placed.ts';
import { pages } from '../kinds/prometheus-rule/severity.ts';
import { isPrometheusRule, type PrometheusRuleResource } from '../kinds/prometheus-rule/spec.ts';
import { isService } from '../kinds/service/spec.ts';
import { indicatorQueries, isServiceLevelObjective } from '../kinds/service-level-objective/spec.ts';
import { resourceId, type Resource, SERVICE_LABEL } from '../resource.ts';
import { type GraphNode, type ProjectGraph, type QueryNames, seriesId, serviceId } from './graph.ts';

/** A node with the names of the metrics it reads. */
type Reading = readonly [node: GraphNode, queries: readonly string[]];

function ofService(resource: Resource): { readonly service?: string } {
  const service = resource.metadata.labels?.[SERVICE_LABEL];
  return service === undefined ? {} : { service };
}

/** The routes of every Alertmanager's configuration, as nodes. */
function routing(resources: readonly Resource[]): ProjectGraph['routes'] {
  const configs = resources.filter(isAlertmanagerConfig);
  return (labels) =>
    configs.flatMap((config) => {
      const resource = resourceId(config);
      return reachedRoutes(config.spec, labels).map(({ path, receiver, matchers }): GraphNode => ({
        id: `route ${resource}${path}`,
        kind: 'route',
        name: `${matchers === '' ? 'all the rest' : matchers} → ${receiver}`,
        resource,
      }));
    });
}

function* rules(resource: PrometheusRuleResource): Generator<Reading> {
  const id = resourceId(resource);
  for (const placed of placedRules(resource.spec)) {
    const { name, path, rule } = placed;
    const service = rule.labels?.['service'];
    const about = { name, resource: id, ...ofService(resource), ...(service !== undefined && { service }) };
    if (isAlert(placed)) {
      const labels = knownLabels(placed, resource.spec);
      const node: GraphNode = { ...about, id: `alert ${id}${path}`, kind: 'alert', labels };
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

function* objective(resource: Resource): Generator<Reading> {
  if (!isServiceLevelObjective(resource)) return;
  const id = resourceId(resource);
  const { title, indicator } = resource.spec;
  const node: GraphNode = {
    id: `objective ${id}`,
    kind: 'objective',
    name: title,
    resource: id,
    ...ofService(resource),
  };
  yield [node, indicatorQueries(indicator).map(({ query }) => query)];
}

/**
 * Reads what every resource declares and what each part reads: by the names of metrics in queries, services by name, and
 * routes by the labels of alerts. */
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
    return resource.kind === 'Dashboard' ? [...dashboard(resource)] : [...objective(resource)];
  });
  const routes = routing(resources);
  for (const [node, queries] of readings) {
    nodes.set(node.id, node);
    for (const name of queries.flatMap(names)) read(seriesId(name), node.id);
    if (node.labels === undefined) continue;
    for (const route of routes(node.labels)) {
      nodes.set(route.id, route);
      read(node.id, route.id);
    }
  }
  return { nodes, readers, routes };
}
