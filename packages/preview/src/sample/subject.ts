import type { MetricSpec, ServiceResource, ServiceSpec } from '@binnacle/model';

/** What a metric is to its service, as far as that decides what its samples look like. */
export interface MetricRole {
  /** Role of the archetype, without the stage of a pipeline: `requests`, `errors`, `duration`, `hits`, … */
  readonly role: string;
  /** Metric by role of the same part. */
  readonly partners: Readonly<Record<string, string>>;
  /** How often the part runs, a Prometheus duration. */
  readonly period: string | undefined;
}

/** A service with its metrics, as samples are made of it. */
export interface Subject {
  readonly service: string;
  readonly metrics: ReadonlyMap<string, MetricSpec>;
  readonly roleOf: (metric: string) => MetricRole | undefined;
  /** The capacity that a gauge of used, free or available things is a part of. */
  readonly capacityOf: (metric: string) => string | undefined;
}

/** Words that tell a used or free part from its whole. */
const PART = new Set(['used', 'free', 'avail', 'available', 'allocated', 'active', 'busy', 'current', 'inuse']);
const WHOLE = new Set(['size', 'total', 'max', 'maximum', 'limit', 'capacity', 'quota']);

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '');
}

/** What is left of a name without the words of a set; undefined when it has none of them. */
function stemWithout(name: string, words: ReadonlySet<string>): string | undefined {
  const all = wordsOf(name);
  const rest = all.filter((word) => !words.has(word));
  return rest.length === all.length ? undefined : rest.join('_');
}

/** True for a gauge of how much there can be. */
export function isCapacity({ name, type }: MetricSpec): boolean {
  return type === 'gauge' && stemWithout(name, WHOLE) !== undefined && stemWithout(name, PART) === undefined;
}

function labelNames({ labels }: MetricSpec): string {
  return labels
    .map(({ name }) => name)
    .toSorted()
    .join();
}

/** A service resource as a subject of samples. */
export function subjectOf({ metadata, spec }: ServiceResource): Subject {
  return subjectWith(metadata.name, spec);
}

/** A subject of samples with these metrics. */
export function subjectWith(service: string, spec: Pick<ServiceSpec, 'metrics' | 'parts'>): Subject {
  const metrics = new Map(spec.metrics.map((metric) => [metric.name, metric]));
  const roles = new Map<string, MetricRole>();
  for (const { roles: partners, period } of spec.parts) {
    for (const [path, series] of Object.entries(partners)) {
      const name = metrics.has(series) ? series : series.replace(/_(?:count|sum|bucket)$/, '');
      // What one metric plays in several parts is told by the first of them.
      if (!roles.has(name)) roles.set(name, { role: path.split('.').at(-1) ?? path, partners, period });
    }
  }
  const wholes = new Map<string, MetricSpec>();
  for (const metric of spec.metrics) {
    const stem = isCapacity(metric) ? stemWithout(metric.name, WHOLE) : undefined;
    if (stem !== undefined && !wholes.has(stem)) wholes.set(stem, metric);
  }
  return {
    service,
    metrics,
    roleOf: (metric) => roles.get(metric),
    capacityOf(name) {
      const metric = metrics.get(name);
      const stem = metric?.type === 'gauge' ? stemWithout(name, PART) : undefined;
      const whole = stem === undefined ? undefined : wholes.get(stem);
      if (metric === undefined || whole === undefined) return undefined;
      return whole.unit === metric.unit && labelNames(whole) === labelNames(metric) ? whole.name : undefined;
    },
  };
}
