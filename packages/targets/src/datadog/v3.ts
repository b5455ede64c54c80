import type { ServiceKind, ServiceResource } from '@binnacle/model';
import { linksOf, systemName, type Surroundings, type System } from '../catalog.ts';
import type { Note } from '../note.ts';
import { filled } from '../present.ts';
import { repositoryAt } from '../repository.ts';
import { KINDS, type EntityKind } from './kinds.ts';
import { datadogContacts, datadogLinks } from './people-and-links.ts';
import { datadogTag, datadogTags } from './tags.ts';

/** A v3 entity document. */
export interface Entity {
  readonly apiVersion: 'v3';
  readonly kind: EntityKind | 'system';
  readonly metadata: { readonly name: string };
  readonly [member: string]: unknown;
}

function reference(name: string, kind: ServiceKind): string {
  return `${KINDS[kind].kind}:${name}`;
}

function dependencies(service: ServiceResource, { kinds }: Surroundings): string[] {
  return service.spec.dependsOn
    .map((name) => {
      const other = kinds.get(name);
      return other === undefined ? `service:${name}` : reference(name, other);
    })
    .toSorted();
}

function codeLocations({ spec }: ServiceResource): object[] {
  return spec.links
    .filter(({ type }) => type === 'repository')
    .map(({ url }) => repositoryAt(url))
    .map(({ url, folder }) => ({ repositoryURL: url, ...filled({ paths: folder && [`${folder}/**`] }) }));
}

/** A service as a v3 entity of the kind that fits it. Its system is always named, so that nothing is inherited by file. */
export function serviceEntity(service: ServiceResource, catalog: Surroundings, note: Note): Entity {
  const { spec, metadata } = service;
  const { kind, type } = KINDS[spec.kind];
  const { tags, changed } = datadogTags(spec.tags);
  const languages = spec.languages.toSorted();
  if (changed.length > 0) {
    note({
      severity: 'info',
      path: '/spec/tags',
      message: `Datadog stores tags in another form: ${changed.join(', ')}`,
    });
  }
  if (kind !== 'service' && languages.length > 0) {
    note({
      severity: 'info',
      path: '/spec/languages',
      message: `Datadog v3: a ${kind} has no languages; they are written as tags`,
    });
  }
  const system = systemName(spec.system ?? '');
  return {
    apiVersion: 'v3',
    kind,
    metadata: {
      name: metadata.name,
      ...filled({
        displayName: spec.title,
        description: spec.description,
        owner: spec.owner,
        tags:
          kind === 'service'
            ? tags
            : [...new Set([...tags, ...languages.map((l) => datadogTag(`language:${l}`))])].toSorted(),
        contacts: datadogContacts(spec.contacts, note, { needsAddress: false }),
        links: datadogLinks(linksOf(service, catalog)),
      }),
    },
    spec: filled({
      lifecycle: spec.lifecycle,
      tier: String(spec.tier),
      type,
      languages: kind === 'service' ? languages : [],
      dependsOn: dependencies(service, catalog),
      componentOf: system === '' ? [] : [`system:${system}`],
    }),
    ...filled({
      integrations: filled({ pagerduty: spec.pagerduty && { serviceURL: spec.pagerduty } }),
      datadog: filled({ codeLocations: codeLocations(service) }),
    }),
  };
}

/** A system with all its components, each of which names it too: Datadog wants both sides. */
export function systemEntity({ name, title, owner, services }: System): Entity {
  return {
    apiVersion: 'v3',
    kind: 'system',
    metadata: { name, ...filled({ displayName: title, owner }) },
    spec: { components: services.map(({ metadata, spec }) => reference(metadata.name, spec.kind)).toSorted() },
  };
}
