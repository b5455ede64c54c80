import type { Resource } from '../../resource.ts';

export type MetricType = 'counter' | 'gauge' | 'histogram' | 'native-histogram' | 'summary' | 'info';

/** The values a label may take; `bound` is the largest number of distinct values per instance. */
export type LabelDomain =
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'bounded'; readonly bound: number }
  /** HTTP status codes, or their classes (`2xx`). */
  | { readonly kind: 'http-status'; readonly form: 'code' | 'class' }
  /** Values are names of services: `bound` of them. */
  | { readonly kind: 'service'; readonly names: readonly string[] };

export interface LabelSpec {
  readonly name: string;
  readonly help?: string;
  readonly domain: LabelDomain;
}

/** A metric family as its service exposes it. `name` is the family name: no `_bucket`, `_sum`, `_count` suffix. */
export interface MetricSpec {
  readonly name: string;
  readonly type: MetricType;
  readonly help: string;
  /** Base unit of the value (`seconds`, `bytes`, `ratio`, …) or of what is counted (`requests`). */
  readonly unit: string;
  readonly labels: readonly LabelSpec[];
  /** Upper bounds of a classic histogram, ascending, without +Inf. */
  readonly buckets?: readonly number[];
  /** What one observation of a histogram or summary is, plural: `requests`. */
  readonly counts?: string;
  /** φ values of a summary. */
  readonly quantiles?: readonly number[];
  /** Reason for exceeding the label or series limits, or for a name that breaks the guide. */
  readonly waiver?: string;
  /** Labels the scrape adds (`job`, `instance`, …). */
  readonly targetLabels: readonly string[];
}

export type LinkType = 'runbook' | 'repository' | 'docs' | 'on-call' | 'dashboard' | 'other';

export interface Link {
  readonly type: LinkType;
  readonly title: string;
  readonly url: string;
}

export interface Contact {
  readonly type: 'email' | 'slack' | 'microsoft-teams';
  readonly name?: string;
  readonly contact: string;
}

export type ServiceKind =
  'online-serving' | 'offline-processing' | 'batch' | 'library' | 'datastore' | 'queue' | 'host' | 'infrastructure';

export type Lifecycle = 'experimental' | 'production' | 'deprecated';

/** One instrumented part of a service and which of its metrics play which role there. */
export interface PartSpec {
  /** Archetype id: `online-serving`, `client`, `batch`, `thread-pool`, `cache`, … */
  readonly archetype: string;
  readonly name: string;
  /** Role of the archetype → metric name. A role the service does not measure is absent. */
  readonly roles: Readonly<Record<string, string>>;
  /** Role the archetype requires and no metric plays → what must be measured, in words. */
  readonly missing?: Readonly<Record<string, string>>;
  /** Role → why it is not measured; silences the completeness finding. */
  readonly waived?: Readonly<Record<string, string>>;
  /** How often a batch job runs: a Prometheus duration. */
  readonly period?: string;
}

/** The catalog's entity, and the contract of what the service exposes. */
export interface ServiceSpec {
  readonly title: string;
  readonly description: string;
  /** Team handle. */
  readonly owner: string;
  /** 1 is the most important. */
  readonly tier: 1 | 2 | 3 | 4;
  readonly lifecycle: Lifecycle;
  readonly kind: ServiceKind;
  readonly languages: readonly string[];
  /** Product or system the service is part of. */
  readonly system?: string;
  readonly links: readonly Link[];
  readonly contacts: readonly Contact[];
  /** Names of services this one needs. */
  readonly dependsOn: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly metrics: readonly MetricSpec[];
  readonly parts: readonly PartSpec[];
  /** PagerDuty service URL, when paged through it. */
  readonly pagerduty?: string;
}

export type ServiceResource = Resource<ServiceSpec> & { readonly kind: 'Service' };

export const SERVICE_API_VERSION = 'binnacle.dev/v1';

/** True for a Service resource. */
export function isService(resource: Resource): resource is ServiceResource {
  return resource.kind === 'Service';
}
