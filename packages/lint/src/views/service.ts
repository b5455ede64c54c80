import type { LabelDomain, LabelSpec, MetricSpec, PartSpec, Resource, ServiceSpec } from '@binnacle/model';
import { field, list } from '../json.ts';
import type { Place } from '../place.ts';

/** A service with the parts of its spec that have the shape the schema asks for; the others are `validate`'s to report. */
export interface Service {
  readonly name: string;
  readonly spec: Partial<ServiceSpec>;
  readonly metrics: readonly ServiceMetric[];
  readonly parts: readonly PartSpec[];
  readonly place: Place;
}

/** A metric contract as written: a label may lack the domain the schema asks for. */
export type Contract = Omit<MetricSpec, 'labels'> & {
  readonly labels: readonly (Omit<LabelSpec, 'domain'> & { readonly domain?: LabelDomain })[];
};

/** A metric contract and the service that declares it. */
export interface ServiceMetric {
  readonly metric: Contract;
  readonly service: string;
  readonly place: Place;
}

function isMetric(value: unknown): value is Contract {
  return typeof field(value, 'name') === 'string' && list(field(value, 'labels')).every(isLabel);
}

function isDomain(domain: unknown): boolean {
  switch (field(domain, 'kind')) {
    case 'one-of':
      return Array.isArray(field(domain, 'values'));
    case 'bounded':
      return typeof field(domain, 'bound') === 'number';
    case 'http-status':
      return true;
    case 'service':
      return Array.isArray(field(domain, 'names'));
    default:
      return domain === undefined;
  }
}

function isLabel(value: unknown): boolean {
  return typeof field(value, 'name') === 'string' && isDomain(field(value, 'domain'));
}

function isPart(value: unknown): value is PartSpec {
  return typeof field(value, 'archetype') === 'string' && typeof field(value, 'roles') === 'object';
}

/** Reads a Service resource. A metric contract without labels written has none. */
export function readService(resource: Resource): Service {
  const service = resource.metadata.name;
  const metrics = list(field(resource.spec, 'metrics')).flatMap((metric, index): ServiceMetric[] => {
    if (!isMetric(metric)) return [];
    const place = { resource, path: `/spec/metrics/${index}`, subject: metric.name };
    const contract = { ...metric, labels: metric.labels ?? [], targetLabels: metric.targetLabels ?? [] };
    return [{ metric: contract, service, place }];
  });
  return {
    name: service,
    spec: resource.spec ?? {},
    metrics,
    parts: list(field(resource.spec, 'parts')).filter(isPart),
    place: { resource, path: '/spec' },
  };
}
