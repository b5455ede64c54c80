import type { IncidentsOnPage, ServiceOnPage } from '../../src/wire/project.ts';

/** Something that can go wrong in the sample data, and whether it does. */
export interface Incident {
  /** `checkout.errors` */
  readonly name: string;
  readonly title: string;
  readonly on: boolean;
}

/** What can go wrong with services, or with these of them. What is on comes first. */
export function incidentsOf(
  { kinds, services, on }: IncidentsOnPage,
  known: readonly Pick<ServiceOnPage, 'name' | 'title'>[],
  only: ReadonlySet<string> = new Set(services),
): readonly Incident[] {
  const titles = new Map(known.map(({ name, title }) => [name, title]));
  const begun = new Set(on.map(({ service, kind }) => `${service}.${kind}`));
  const all = services.flatMap((service) =>
    kinds.map(({ kind, title }): Incident & { readonly service: string } => {
      const name = `${service}.${kind}`;
      return { service, name, title: `${titles.get(service) ?? service}: ${title}`, on: begun.has(name) };
    }),
  );
  const active = all.filter((incident) => incident.on);
  const others = all.filter((incident) => !incident.on && only.has(incident.service));
  return [...active, ...others].map(({ name, title, on: isOn }) => ({ name, title, on: isOn }));
}

/** Switches an incident. Resolves to why it was not done, or to nothing. */
export async function switchIncident({ name }: Incident, on: boolean): Promise<string | undefined> {
  const response = await fetch(`/api/incidents/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on }),
  });
  return response.ok ? undefined : `it cannot be switched: ${await response.text()}`;
}
