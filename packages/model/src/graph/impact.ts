import type { ResourceChange } from '../diff/diff.ts';
import { isAlertRule, isPrometheusRule } from '../kinds/prometheus-rule/spec.ts';
import { seriesNames, seriesPerInstance } from '../kinds/service/series.ts';
import { isService, type ServiceSpec } from '../kinds/service/spec.ts';
import type { Resource } from '../resource.ts';
import { type GraphNode, type ProjectGraph, seriesId, serviceId } from './graph.ts';

/** What a change reaches beyond the resource it is made in, or in it through what it reads. */
export interface Impact {
  readonly alerts: readonly GraphNode[];
  readonly records: readonly GraphNode[];
  readonly panels: readonly GraphNode[];
  readonly services: readonly GraphNode[];
  /** What changes hands with its service. */
  readonly moves?: { readonly alerts: number; readonly dashboards: number };
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

function handover(
  { before, after }: Pick<ResourceChange, 'before' | 'after'>,
  { nodes }: ProjectGraph,
): Impact['moves'] {
  const [old, next] = [specOf(before), specOf(after)];
  if (old === undefined || next === undefined || old.owner === next.owner) return undefined;
  const own = [...nodes.values()].filter(({ service }) => service === after?.metadata.name);
  const dashboards = new Set(own.filter(({ kind }) => kind === 'panel').map(({ resource }) => resource));
  return { alerts: own.filter(({ kind }) => kind === 'alert').length, dashboards: dashboards.size };
}

function seriesOf(spec: ServiceSpec | undefined): number {
  return (spec?.metrics ?? []).reduce((sum, metric) => sum + seriesPerInstance(metric), 0);
}

/** What a change reaches, through everything that reads what it changes; `graph` is the project's as it is after the change. */
export function impact(change: Pick<ResourceChange, 'before' | 'after'>, graph: ProjectGraph): Impact {
  const { before, after } = change;
  const names = [
    ...changedNames(records(before), records(after)),
    ...changedNames(metrics(before), metrics(after)),
  ].map(seriesId);
  const isGone = before !== undefined && isService(before) && before.metadata.name !== after?.metadata.name;
  const all = reached([...names, ...(isGone ? [serviceId(before.metadata.name)] : [])], graph);
  const of = (kind: GraphNode['kind']): GraphNode[] =>
    all.filter((node) => node.kind === kind).toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const moves = handover(change, graph);
  const [old, next] = [seriesOf(specOf(before)), seriesOf(specOf(after))];
  return {
    alerts: of('alert'),
    records: of('record'),
    panels: [...of('panel'), ...of('variable'), ...of('annotation')],
    services: of('service'),
    ...(moves !== undefined && { moves }),
    ...(old !== next && { series: { before: old, after: next } }),
  };
}
