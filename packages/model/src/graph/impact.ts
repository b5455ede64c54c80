import type { ResourceChange } from '../diff/diff.ts';
import { reachedRoutes } from '../kinds/alertmanager-config/reach.ts';
import { type AlertmanagerConfigSpec, isAlertmanagerConfig } from '../kinds/alertmanager-config/spec.ts';
import { isAlert, knownLabels, placedRules } from '../kinds/prometheus-rule/compare/placed.ts';
import { isAlertRule, isPrometheusRule } from '../kinds/prometheus-rule/spec.ts';
import { seriesNames, seriesPerInstance } from '../kinds/service/series.ts';
import { isService, type ServiceSpec } from '../kinds/service/spec.ts';
import type { Resource } from '../resource.ts';
import { type GraphNode, type ProjectGraph, seriesId, serviceId } from './graph.ts';

/** What a change reaches beyond the resource it is made in, or in it through what it reads. */
export interface Impact {
  readonly alerts: readonly GraphNode[];
  readonly records: readonly GraphNode[];
  readonly objectives: readonly GraphNode[];
  readonly panels: readonly GraphNode[];
  readonly services: readonly GraphNode[];
  /** Routes that the alerts it reaches, or makes others of, may come to. */
  readonly routes: readonly GraphNode[];
  /** What changes hands with its service; `routes` are those that begin or cease to take its alerts. */
  readonly moves?: { readonly alerts: number; readonly dashboards: number; readonly routes: number };
  /** Most series one instance of a service can have, before and after. */
  readonly series?: { readonly before: number; readonly after: number };
}

/** Series of records by name, with all that decides what they are. */
function records(resource: Resource | undefined): Map<string, string> {
  if (resource === undefined || !isPrometheusRule(resource)) return new Map();
  const all = resource.spec.groups.flatMap((group) => group.rules.map((rule) => ({ rule, labels: group.labels })));
  return new Map(
    all.flatMap(({ rule, labels }): [string, string][] => {
      if (isAlertRule(rule)) return [];
      return [[rule.record, JSON.stringify([rule.expr.replaceAll(/\s+/g, ' '), rule.labels, labels])]];
    }),
  );
}

function specOf(resource: Resource | undefined): ServiceSpec | undefined {
  return resource !== undefined && isService(resource) ? resource.spec : undefined;
}

/** Series of metrics by name, with all that decides what they are. */
function metrics(resource: Resource | undefined): Map<string, string> {
  const all = specOf(resource)?.metrics ?? [];
  return new Map(
    all.flatMap((metric) => {
      const { type, unit, labels, buckets } = metric;
      return seriesNames(metric).map((name): [string, string] => [name, JSON.stringify([type, unit, labels, buckets])]);
    }),
  );
}

/** Names that were there and are gone or mean something else. */
function changedNames(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].filter(([name, shape]) => after.get(name) !== shape).map(([name]) => name);
}

function reached(seeds: readonly string[], { nodes, readers }: ProjectGraph): GraphNode[] {
  const found = new Set<string>();
  const pending = [...seeds];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const reader of readers.get(id) ?? []) {
      if (found.has(reader)) continue;
      found.add(reader);
      pending.push(reader);
    }
  }
  return [...found].flatMap((id) => nodes.get(id) ?? []);
}

/** Routes that take an alert with one owner's name as its team and not with the other's. */
function movedRoutes(
  { labels = {} }: GraphNode,
  owners: readonly [string, string],
  { routes }: ProjectGraph,
): string[] {
  if (labels['team'] === undefined || !owners.includes(labels['team'])) return [];
  const [old, next] = owners.map((team) => new Set(routes({ ...labels, team }).map(({ id }) => id)));
  return [...(old ?? []), ...(next ?? [])].filter((id) => old?.has(id) !== next?.has(id));
}

function handover(
  { before, after }: Pick<ResourceChange, 'before' | 'after'>,
  graph: () => ProjectGraph,
): Impact['moves'] {
  const [old, next] = [specOf(before), specOf(after)];
  if (old === undefined || next === undefined || old.owner === next.owner) return undefined;
  const own = [...graph().nodes.values()].filter(({ service }) => service === after?.metadata.name);
  const dashboards = new Set(own.filter(({ kind }) => kind === 'panel').map(({ resource }) => resource));
  const alerts = own.filter(({ kind }) => kind === 'alert');
  const routes = new Set(alerts.flatMap((alert) => movedRoutes(alert, [old.owner, next.owner], graph())));
  return { alerts: alerts.length, dashboards: dashboards.size, routes: routes.size };
}

function seriesOf(spec: ServiceSpec | undefined): number {
  return (spec?.metrics ?? []).reduce((sum, metric) => sum + seriesPerInstance(metric), 0);
}

type Reached = Pick<Impact, 'alerts' | 'records' | 'objectives' | 'panels' | 'services' | 'routes'>;

const NOTHING: Reached = {
  alerts: [],
  records: [],
  objectives: [],
  panels: [],
  services: [],
  routes: [],
};

function reachedByKind(seeds: readonly string[], graph: () => ProjectGraph): Reached {
  if (seeds.length === 0) return NOTHING;
  const all = reached(seeds, graph()).toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const of = (...kinds: readonly GraphNode['kind'][]): GraphNode[] =>
    kinds.flatMap((kind) => all.filter((node) => node.kind === kind));
  return {
    alerts: of('alert'),
    records: of('record'),
    objectives: of('objective'),
    panels: of('panel', 'variable', 'annotation'),
    services: of('service'),
    routes: of('route'),
  };
}

/** Labels of a resource's alerts, as texts that are equal for the same labels. */
function alertLabels(resource: Resource): Map<string, Readonly<Record<string, string>>> {
  if (!isPrometheusRule(resource)) return new Map();
  const all = placedRules(resource.spec)
    .filter(isAlert)
    .map((placed) => knownLabels(placed, resource.spec));
  return new Map(all.map((labels) => [JSON.stringify(labels, Object.keys(labels).toSorted()), labels]));
}

/** Routes of the alerts that a resource has anew, or under another name or with other labels. */
function reroutedTo(
  { before, after }: Pick<ResourceChange, 'before' | 'after'>,
  graph: () => ProjectGraph,
): readonly GraphNode[] {
  if (after === undefined) return [];
  const known = before === undefined ? new Map<string, unknown>() : alertLabels(before);
  const other = [...alertLabels(after)].filter(([text]) => !known.has(text));
  return other.flatMap(([, labels]) => graph().routes(labels));
}

/** Whom a tree tells of alerts with these labels, as a text; nobody without a tree. */
function receivers(spec: AlertmanagerConfigSpec | undefined, labels: GraphNode['labels'] = {}): string {
  const names = spec === undefined ? [] : reachedRoutes(spec, labels).map(({ receiver }) => receiver);
  return JSON.stringify([...new Set(names)].toSorted());
}

/** Alerts that another tree of routes takes to other receivers. */
function reroutedBy(
  { before, after }: Pick<ResourceChange, 'before' | 'after'>,
  graph: () => ProjectGraph,
): GraphNode[] {
  const [old, next] = [before, after].map((one) =>
    one !== undefined && isAlertmanagerConfig(one) ? one.spec : undefined,
  );
  if (old === undefined && next === undefined) return [];
  const alerts = [...graph().nodes.values()].filter(({ kind }) => kind === 'alert');
  return alerts.filter(({ labels }) => receivers(old, labels) !== receivers(next, labels));
}

/**
 * What a change reaches, through everything that reads what it changes. `graph` gives the project's as it is after the change,
 * and is asked only when the change may reach anything: a large project takes seconds to read.
 */
export function impact(change: Pick<ResourceChange, 'before' | 'after'>, graph: () => ProjectGraph): Impact {
  const { before, after } = change;
  const names = [
    ...changedNames(records(before), records(after)),
    ...changedNames(metrics(before), metrics(after)),
  ].map(seriesId);
  const isGone = before !== undefined && isService(before) && before.metadata.name !== after?.metadata.name;
  const moves = handover(change, graph);
  const [old, next] = [seriesOf(specOf(before)), seriesOf(specOf(after))];
  const seeds = [...names, ...(isGone ? [serviceId(before.metadata.name)] : [])];
  const found = reachedByKind(seeds, graph);
  const rerouted = reroutedBy(change, graph);
  return {
    ...found,
    routes: [...new Map([...found.routes, ...reroutedTo(change, graph)].map((one) => [one.id, one])).values()],
    ...(rerouted.length > 0 && { alerts: rerouted }),
    ...(moves !== undefined && { moves }),
    ...(old !== next && { series: { before: old, after: next } }),
  };
}
