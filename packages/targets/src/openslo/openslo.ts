import {
  isService,
  isServiceLevelObjective,
  SERVICE_LABEL,
  type ServiceLevelObjectiveResource,
  type ServiceResource,
  TEAM_LABEL,
  toYaml,
} from '@binnacle/model';
import { NOTHING } from '../nothing.ts';
import type { FileTarget, Made } from '../target.ts';

const API_VERSION = 'openslo/v1';
/** Per cent to a share, without what doubles add: 99.9 is 0.999. */
const DIGITS = 12;

/** One object of OpenSLO, as far as every one looks alike. */
interface Document {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: 'SLO' | 'Service';
  readonly metadata: { readonly name: string; readonly displayName: string; readonly labels?: object };
  readonly spec: object;
}

function source(query: string): object {
  return { metricSource: { type: 'Prometheus', spec: { query: `sum(${query})` } } };
}

function serviceOf({ metadata }: ServiceLevelObjectiveResource): string {
  return metadata.labels?.[SERVICE_LABEL] ?? '';
}

function sloDocument(resource: ServiceLevelObjectiveResource): Document {
  const { metadata, spec } = resource;
  const { title, description, objective, window, indicator } = spec;
  const { total, good, bad } = indicator;
  const team = metadata.labels?.[TEAM_LABEL];
  return {
    apiVersion: API_VERSION,
    kind: 'SLO',
    metadata: { name: metadata.name, displayName: title, ...(team !== undefined && { labels: { team } }) },
    spec: {
      ...(description !== '' && { description }),
      service: serviceOf(resource),
      indicator: {
        metadata: { name: metadata.name, displayName: title },
        spec: {
          ratioMetric: {
            // What the queries give only grows: whoever reads them takes the increase over a window.
            counter: true,
            ...(good !== undefined && { good: source(good) }),
            ...(bad !== undefined && { bad: source(bad) }),
            total: source(total),
          },
        },
      },
      timeWindow: [{ duration: window, isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: title, target: Number((objective / 100).toPrecision(DIGITS)) }],
    },
  };
}

function serviceDocument({ metadata, spec }: ServiceResource): Document {
  return {
    apiVersion: API_VERSION,
    kind: 'Service',
    metadata: { name: metadata.name, displayName: spec.title, labels: { team: spec.owner } },
    spec: { description: spec.description },
  };
}

function made(resource: ServiceLevelObjectiveResource | ServiceResource, document: Document): Made {
  const segments = [document.kind.toLowerCase(), `${document.metadata.name}.yaml`];
  return { pieces: [{ resource, segments, content: toYaml(document) }], diagnostics: [] };
}

/** OpenSLO v1: an SLO for each objective, and a Service for each service that has one. */
export const openslo: FileTarget = {
  id: 'openslo',
  kinds: ['Service', 'ServiceLevelObjective'],
  open(resources) {
    const promising = [...new Set(resources.filter(isServiceLevelObjective).map(serviceOf))].toSorted();
    return {
      of(resource) {
        if (isServiceLevelObjective(resource)) return made(resource, sloDocument(resource));
        const isWanted = isService(resource) && promising.includes(resource.metadata.name);
        return isWanted ? made(resource, serviceDocument(resource)) : NOTHING;
      },
      context: promising,
    };
  },
};
