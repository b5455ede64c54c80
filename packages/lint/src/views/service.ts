import type { LabelDomain, LabelSpec, MetricSpec, MetricType, PartSpec, Resource } from '@binnacle/model';
import { field, list, text } from '../json.ts';
import type { Place } from '../place.ts';

/** A service with the parts of its spec that have the shape the schema asks for; the others are `validate`'s to report. */
export interface Service {
  readonly name: string;
  /** Team handle, empty when none is written. */
  readonly owner: string;
  readonly kind: string;
  readonly lifecycle: string;
  readonly linkTypes: readonly string[];
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

function isLabel(value: unknown): value is Contract['labels'][number] {
  return typeof field(value, 'name') === 'string' && isDomain(field(value, 'domain'));
}

function isPart(value: unknown): value is PartSpec {
  const isRecord = (key: string): boolean => !Array.isArray(field(value, key)) && typeof field(value, key) === 'object';
  return typeof field(value, 'archetype') === 'string' && isRecord('roles');
}

function numbers(value: unknown): readonly number[] | undefined {
  const given = list(value).filter((item) => typeof item === 'number');
  return Array.isArray(value) ? given : undefined;
}

const TYPES: ReadonlySet<unknown> = new Set<MetricType>([
  'counter',
  'gauge',
  'histogram',
  'native-histogram',
  'summary',
  'info',
]);

function isMetricType(value: unknown): value is MetricType {
  return TYPES.has(value);
}

/** A contract with everything but what names it and tells its labels filled in; undefined when that is missing. */
function readMetric(value: unknown): Contract | undefined {
  const name = text(field(value, 'name'));
  const type = field(value, 'type');
  const labels = list(field(value, 'labels'));
  if (name === undefined || !isMetricType(type) || !labels.every(isLabel)) return undefined;
  const [buckets, quantiles] = [numbers(field(value, 'buckets')), numbers(field(value, 'quantiles'))];
  const waiver = text(field(value, 'waiver'));
  return {
    name,
    type,
    help: text(field(value, 'help')) ?? '',
    unit: text(field(value, 'unit')) ?? '',
    labels,
    targetLabels: list(field(value, 'targetLabels')).filter((label) => typeof label === 'string'),
    ...(buckets === undefined ? {} : { buckets }),
    ...(quantiles === undefined ? {} : { quantiles }),
    ...(waiver === undefined ? {} : { waiver }),
  };
}

/** A resource does not change: a process that looks at it twice reads it once. */
const known = new WeakMap<Resource, Service>();

/** Reads a Service resource. */
export function readService(resource: Resource): Service {
  let service = known.get(resource);
  if (service === undefined) known.set(resource, (service = read(resource)));
  return service;
}

function read(resource: Resource): Service {
  const service = resource.metadata.name;
  const { spec } = resource;
  const metrics = list(field(spec, 'metrics')).flatMap((value, index): ServiceMetric[] => {
    const metric = readMetric(value);
    if (metric === undefined) return [];
    return [{ metric, service, place: { resource, path: `/spec/metrics/${index}`, subject: metric.name } }];
  });
  return {
    name: service,
    owner: text(field(spec, 'owner')) ?? '',
    kind: text(field(spec, 'kind')) ?? '',
    lifecycle: text(field(spec, 'lifecycle')) ?? '',
    linkTypes: list(field(spec, 'links')).flatMap((link) => text(field(link, 'type')) ?? []),
    metrics,
    parts: list(field(spec, 'parts')).filter(isPart),
    place: { resource, path: '/spec' },
  };
}
