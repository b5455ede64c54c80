import {
  captureOrigin,
  SERVICE_API_VERSION,
  SERVICE_LABEL,
  TEAM_LABEL,
  type Contact,
  type Lifecycle,
  type Metadata,
  type Origin,
  type PartSpec,
  type ServiceKind,
  type ServiceResource,
  type ServiceSpec,
  type Source,
} from '@binnacle/model';
import { given, givenOptions, givenService } from '../given.ts';
import type { Histogram } from '../metrics/histogram.ts';
import type { Family } from '../metrics/metric.ts';
import type { NativeHistogram } from '../metrics/native-histogram.ts';
import type { Summary } from '../metrics/summary.ts';
import { linkList, type Links } from './links.ts';
import type { Archetype, Archetypes, Part, PartsOf } from './part.ts';
import type { Team } from './team.ts';

/** Metric contracts by the key definitions use. */
export type Metrics = Readonly<Record<string, AnyMetric>>;

/** Any declared metric. */
export type AnyMetric = Family | Histogram | NativeHistogram | Summary;

/** What a service says of itself. */
export interface ServiceOptions<M extends Metrics = Metrics, A extends Archetypes = Archetypes> {
  readonly title: string;
  /** What it does and for whom, in a sentence or two. */
  readonly description: string;
  /** The one team that answers for it: a handle, or a {@link Team} whose contacts and rota it shares. */
  readonly owner: string | Team;
  /** 1: customers notice within minutes; 4: nobody notices. */
  readonly tier: ServiceSpec['tier'];
  /** Default: `production`. */
  readonly lifecycle?: Lifecycle;
  readonly kind: ServiceKind;
  readonly languages?: readonly string[];
  readonly system?: string;
  readonly links?: Links;
  readonly contacts?: readonly Contact[];
  /** Services this one cannot do its work without. */
  readonly dependsOn?: readonly AnyService[];
  readonly tags?: Readonly<Record<string, string>>;
  /** URL of the PagerDuty service. */
  readonly pagerduty?: string;
  readonly metrics?: M;
  readonly parts?: A;
}

/** Any declared service. */
export type AnyService = ServiceResource;

/** A declared service: a resource, with its metrics and parts at hand for dashboards and rules. */
export interface Service<
  N extends string = string,
  M extends Metrics = Metrics,
  A extends Archetypes = Archetypes,
> extends ServiceResource {
  readonly metadata: Metadata & { readonly name: N };
  /** The contracts as declared. Not part of the resource's data. */
  readonly metrics: M;
  /** The parts, placed. Not part of the resource's data. */
  readonly parts: PartsOf<A>;
}

// oxlint-disable-next-line typescript/no-generated-empty-object-type -- a service that declares no metrics
export type NoMetrics = Record<never, AnyMetric>;

// oxlint-disable-next-line typescript/no-generated-empty-object-type -- a service without parts
export type NoParts = Record<never, Archetype>;

/** Declares a service: the catalog's entity, the contract of what it exposes, and what its dashboards and rules start from. */
export function service<
  const N extends string,
  const M extends Metrics = NoMetrics,
  const A extends Archetypes = NoParts,
>(name: N, options: ServiceOptions<M, A>): Service<N, M, A>;
export function service(name: string, options: ServiceOptions): Service {
  const origin = captureOrigin();
  checked(name, options);
  const keyed = Object.entries(options.metrics ?? {}).toSorted(([, a], [, b]) => byName(a.spec, b.spec));
  const metrics = keyed.map(([, metric]) => metric);
  const names = new Set(metrics.map(({ spec }) => spec.name));
  const lifecycle = options.lifecycle ?? 'production';
  const severity = lifecycle === 'production' && options.tier <= 2 ? 'page' : 'ticket';
  const placed = Object.entries(options.parts ?? {}).map(([key, archetype]): readonly [string, Part] => [
    key,
    archetype({ service: name, part: key, severity }),
  ]);
  const owner: Team = typeof options.owner === 'string' ? { handle: options.owner } : options.owner;
  const onCall = options.links?.onCall ?? owner.onCall;
  const pagerduty = options.pagerduty ?? owner.pagerduty;
  const spec: ServiceSpec = {
    title: options.title,
    description: options.description,
    owner: owner.handle,
    tier: options.tier,
    lifecycle,
    kind: options.kind,
    languages: options.languages ?? [],
    ...(options.system === undefined ? {} : { system: options.system }),
    links: linkList({ ...options.links, ...(onCall === undefined ? {} : { onCall }) }),
    contacts: options.contacts ?? owner.contacts ?? [],
    dependsOn: (options.dependsOn ?? [])
      .map((needed, i) => givenService(needed, `dependsOn[${i}] of service ${name}`).metadata.name)
      .toSorted(),
    tags: options.tags ?? {},
    metrics: metrics.map((metric) => metric.spec),
    parts: placed.map(([, part]) => familyRoles(part.spec, names)),
    ...(pagerduty === undefined ? {} : { pagerduty }),
  };
  const resource = {
    apiVersion: SERVICE_API_VERSION,
    kind: 'Service' as const,
    metadata: { name, labels: { [SERVICE_LABEL]: name, [TEAM_LABEL]: owner.handle } },
    spec,
    ...sourceOf(
      origin,
      [
        ...partOrigins('metrics', metrics),
        ...partOrigins(
          'parts',
          placed.map(([, part]) => part),
        ),
      ],
      keyed.map(([key]) => key),
    ),
  };
  const own = { metrics: options.metrics ?? {}, parts: Object.fromEntries(placed) };
  // Not enumerable: copying or serialising the resource leaves the builders' objects behind.
  return Object.defineProperties(Object.assign(resource, own), {
    metrics: { enumerable: false },
    parts: { enumerable: false },
  });
}

const OWNER = "write owner: 'team-name', or a team";

/** The options of a service, as far as the rest takes them apart. @throws when they are not what they must be. */
function checked(name: string, options: ServiceOptions): ServiceOptions {
  givenOptions(options, `service ${name}`, "write service('name', { title, description, owner, tier, kind })");
  const { owner, metrics = {}, parts = {}, dependsOn = [] } = options;
  given(owner, typeof owner === 'string' || typeof owner?.handle === 'string', `the owner of service ${name}`, OWNER);
  for (const [key, metric] of Object.entries(metrics)) {
    const what = `metric ${key} of service ${name}`;
    given(metric, typeof metric?.spec === 'object', what, 'pass what counter(), gauge() or histogram() returns');
  }
  for (const [key, part] of Object.entries(parts)) {
    const what = `part ${key} of service ${name}`;
    given(part, typeof part === 'function', what, 'pass what onlineServing(), batch() and the like return');
  }
  given(dependsOn, Array.isArray(dependsOn), `dependsOn of service ${name}`, 'write a list of services');
  return options;
}

/** The part with families for the series that play: `x_count` is one of the histogram `x`, where that is declared. */
function familyRoles(part: PartSpec, names: ReadonlySet<string>): PartSpec {
  const roles = Object.entries(part.roles).map(([role, name]): readonly [string, string] => {
    const family = name.replace(/_(?:bucket|count|sum)$/, '');
    return [role, !names.has(name) && names.has(family) ? family : name];
  });
  return { ...part, roles: Object.fromEntries(roles) };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function partOrigins(
  field: 'metrics' | 'parts',
  parts: readonly { readonly origin?: Origin }[],
): readonly (readonly [string, Origin])[] {
  return parts.flatMap(({ origin }, i) => (origin === undefined ? [] : [[`/spec/${field}/${i}`, origin] as const]));
}

function sourceOf(
  origin: Origin | undefined,
  parts: readonly (readonly [string, Origin])[],
  keys: readonly string[],
): { readonly source?: Source } {
  if (origin === undefined) return {};
  const names = Object.fromEntries(keys.map((key, i) => [`/spec/metrics/${i}`, key]));
  return { source: { origin, parts: Object.fromEntries(parts), ...(keys.length === 0 ? {} : { names }) } };
}
