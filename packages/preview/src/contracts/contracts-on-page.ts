import { extname, relative } from 'node:path';
import {
  isService,
  type MetricSpec,
  pointer,
  seriesNames,
  seriesPerInstance,
  type ServiceResource,
} from '@binnacle/model';
import { placeOf } from '../project/place.ts';
import type { ProjectState } from '../project/state.ts';
import { type Uses, usesIn } from '../project/uses.ts';
import type { ContractsOnPage, MetricOnPage, ServiceSource } from '../wire/contracts.ts';

function sourceOf({ metadata, spec, source }: ServiceResource, root: string): ServiceSource {
  const file = source === undefined ? '' : relative(root, source.origin.file).replaceAll('\\', '/');
  const about = { name: metadata.name, title: spec.title };
  return /^\.[cm]?tsx?$/.test(extname(file)) && !file.startsWith('..') ? { ...about, file } : about;
}

function names(nodes: ReturnType<Uses['readersOf']>, kind: 'alert' | 'record'): readonly string[] {
  return [...new Set(nodes.filter((node) => node.kind === kind).map(({ name }) => name))].toSorted();
}

function metricOnPage(
  metric: MetricSpec,
  path: string,
  { service, root, uses }: { service: ServiceResource; root: string; uses: Uses },
): MetricOnPage {
  const series = seriesNames(metric);
  const readers = uses.readersOf(series);
  const origin = placeOf(service, path, root);
  const key = service.source?.keys?.[path];
  return {
    service: service.metadata.name,
    metric,
    bound: seriesPerInstance(metric),
    dashboards: uses.dashboardsWith(series),
    alerts: names(readers, 'alert'),
    records: names(readers, 'record'),
    ...(origin !== undefined && { origin }),
    ...(key !== undefined && { key }),
  };
}

/** The contracts of a project as the page lists them. */
export function contractsOnPage({ resources, root }: ProjectState): ContractsOnPage {
  const services = resources.filter(isService);
  const uses = usesIn(resources);
  return {
    services: services.map((service) => sourceOf(service, root)),
    metrics: services.flatMap((service) =>
      service.spec.metrics.map((metric, i) =>
        metricOnPage(metric, pointer('spec', 'metrics', i), { service, root, uses }),
      ),
    ),
  };
}
