import {
  isDashboardV1,
  isDashboardV2,
  isService,
  SERVICE_LABEL,
  type Environment,
  type Link,
  type Resource,
  type ServiceKind,
  type ServiceResource,
} from '@binnacle/model';
import { selected } from './selected.ts';

/** A system: what services name as the whole they are part of. */
export interface System {
  /** DNS label made from the title. */
  readonly name: string;
  readonly title: string;
  /** The team most of its services belong to; the first by name when several have as many. */
  readonly owner: string;
  /** All its teams, sorted. */
  readonly owners: readonly string[];
  /** At least one, sorted by name. */
  readonly services: readonly [ServiceResource, ...ServiceResource[]];
}

/** What the entry of one service says about other resources. */
export interface Surroundings {
  /** The kind of every service, by name. */
  readonly kinds: ReadonlyMap<string, ServiceKind>;
  /** Service name → addresses of its dashboards, sorted by uid; empty where Grafana's address is not known. */
  readonly dashboards: ReadonlyMap<string, readonly Link[]>;
}

/** What the service catalogs are made of. */
export interface Catalog extends Surroundings {
  readonly systems: readonly System[];
}

/** A system's name from its title: a DNS label, or empty when the title has no letter or digit. */
export function systemName(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '');
}

function byCount(teams: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const team of teams.toSorted()) counts.set(team, (counts.get(team) ?? 0) + 1);
  return [...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

function systemsOf(services: readonly ServiceResource[]): System[] {
  const members = new Map<string, [ServiceResource, ...ServiceResource[]]>();
  for (const service of services) {
    const name = systemName(service.spec.system ?? '');
    if (name === '') continue;
    const known = members.get(name);
    if (known === undefined) members.set(name, [service]);
    else known.push(service);
  }
  return [...members.keys()].toSorted().flatMap((name): System[] => {
    const list = members.get(name);
    if (list === undefined) return [];
    const [first] = list;
    const owners = byCount(list.map(({ spec }) => spec.owner));
    return [
      {
        name,
        title: first.spec.system ?? name,
        owner: owners[0] ?? first.spec.owner,
        owners: owners.toSorted(),
        services: list,
      },
    ];
  });
}

function dashboardLinks(resources: readonly Resource[], { grafana }: Environment): Map<string, Link[]> {
  const links = new Map<string, Link[]>();
  if (grafana?.url === undefined) return links;
  const base = grafana.url.replace(/\/+$/, '');
  const dashboards = selected(resources, (resource) => isDashboardV2(resource) || isDashboardV1(resource));
  for (const { metadata, spec } of dashboards) {
    const service = metadata.labels?.[SERVICE_LABEL];
    if (service === undefined) continue;
    const link: Link = { type: 'dashboard', title: spec.title ?? metadata.name, url: `${base}/d/${metadata.name}` };
    links.set(service, [...(links.get(service) ?? []), link]);
  }
  return links;
}

/** The catalog in a set of resources: services, the systems they form, and their dashboards in one environment. */
export function catalogOf(resources: readonly Resource[], environment: Environment): Catalog {
  const services = selected(resources, isService);
  return {
    kinds: new Map(services.map(({ metadata, spec }) => [metadata.name, spec.kind])),
    systems: systemsOf(services),
    dashboards: dashboardLinks(resources, environment),
  };
}

/** Surroundings as plain data. */
export function surroundingsOf({ kinds, dashboards }: Surroundings): unknown {
  return [[...kinds], [...dashboards]];
}

/** A service's links and those to its dashboards, each address once. */
export function linksOf(service: ServiceResource, { dashboards }: Surroundings): Link[] {
  const all = [...service.spec.links, ...(dashboards.get(service.metadata.name) ?? [])];
  return all.filter(({ url }, i) => all.findIndex((other) => other.url === url) === i);
}
