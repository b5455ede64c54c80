import { type Diagnostic, isService, type MetricSpec, resourceId, seriesPerInstance } from '@binnacle/model';
import { partsOf } from '../sample/family.ts';
import type { ContractsOnPage } from '../wire/project.ts';
import { graphIn } from './graph-in.ts';
import { metricInCode } from './metric-in-code.ts';
import { metricNames } from './metric-names.ts';
import { placeOf } from './place.ts';
import { readerFinder } from './readers.ts';
import type { ProjectState } from './state.ts';

const METRIC = /^\/spec\/metrics\/\d+/;

/** Finds findings about the declaration of a metric, by its resource and pointer, and about queries that read it. */
function findingFinder(
  findings: readonly Diagnostic[],
): (declaration: string, metric: MetricSpec) => readonly Diagnostic[] {
  const about = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const [declared] = METRIC.exec(finding.path ?? '') ?? [];
    const keys =
      declared === undefined ? metricNames(finding.snippet?.text ?? '') : [`${finding.resource ?? ''}${declared}`];
    for (const key of keys) about.set(key, [...(about.get(key) ?? []), finding]);
  }
  return (declaration, metric) => {
    const keys = [declaration, ...partsOf(metric).map(([name]) => name)];
    return [...new Set(keys.flatMap((key) => about.get(key) ?? []))];
  };
}

function made({ resources, findings, root }: ProjectState): ContractsOnPage {
  const readersOf = readerFinder(resources, graphIn(resources));
  const findingsOf = findingFinder(findings);
  return {
    metrics: resources.filter(isService).flatMap((service) =>
      service.spec.metrics.map((metric, i) => {
        const path = `/spec/metrics/${i}`;
        const origin = placeOf(service, path, root);
        const code = metricInCode(service, path, root);
        return {
          service: service.metadata.name,
          metric,
          ...(origin !== undefined && { origin }),
          seriesPerInstance: seriesPerInstance(metric),
          readers: readersOf(metric),
          findings: findingsOf(`${resourceId(service)}${path}`, metric),
          ...(code !== undefined && { code }),
        };
      }),
    ),
  };
}

const known = new WeakMap<ProjectState, ContractsOnPage>();

/** Every metric of the project with what reads it; found out once for each load of the definitions. */
export function contractsOnPage(state: ProjectState): ContractsOnPage {
  let contracts = known.get(state);
  if (contracts === undefined) known.set(state, (contracts = made(state)));
  return contracts;
}
