import type { Contact, Link, LinkType, Resource, ServiceKind } from '@binnacle/model';
import { KINDS } from '../../datadog/kinds.ts';
import { filled } from '../../present.ts';
import { textOf } from '../../text-of.ts';
import { type Described, membersOf, recordsOf, referenced, serviceOf, tagsOf, textsOf } from '../service-of.ts';

const LINK_TYPES: Readonly<Record<string, LinkType>> = {
  runbook: 'runbook',
  repo: 'repository',
  doc: 'docs',
  dashboard: 'dashboard',
};
/** A tag that stands for a language, where an entity has no field for it. */
const LANGUAGE = 'language:';

function isServiceKind(kind: string): kind is ServiceKind {
  return Object.hasOwn(KINDS, kind);
}

/** The kind of service that becomes such an entity; version 2.2 knows types only. */
function kindOf(matches: (kind: (typeof KINDS)[ServiceKind]) => boolean): { readonly kind?: ServiceKind } {
  const kind = Object.keys(KINDS)
    .filter(isServiceKind)
    .find((one) => matches(KINDS[one]));
  return kind === undefined ? {} : { kind };
}

function linksOf(links: unknown): Link[] {
  return recordsOf(links).map(({ name, type, url }) => ({
    type: LINK_TYPES[textOf(type)] ?? 'other',
    title: textOf(name),
    url: textOf(url),
  }));
}

function contactsOf(contacts: unknown): Contact[] {
  return recordsOf(contacts).flatMap(({ type, name, contact }): Contact[] =>
    type === 'email' || type === 'slack' || type === 'microsoft-teams'
      ? [{ type, contact: textOf(contact), ...filled({ name: textOf(name) }) }]
      : [],
  );
}

/** What both versions say alike. */
function shared(content: Readonly<Record<string, unknown>>): Described {
  const tags = textsOf(content['tags']);
  return {
    description: textOf(content['description']),
    links: linksOf(content['links']),
    contacts: contactsOf(content['contacts']),
    tags: tagsOf(tags),
  };
}

function ofEntity({ kind, metadata: { name }, spec }: Resource, titles: ReadonlyMap<string, string>): Resource {
  const { metadata, spec: said, integrations } = membersOf(spec);
  const about = membersOf(metadata);
  const { type, languages, dependsOn, componentOf, tier, lifecycle } = membersOf(said);
  const [system] = textsOf(componentOf).map(referenced);
  const tags = textsOf(about['tags']);
  const asTags = kind === 'service' ? [] : tags.filter((tag) => tag.startsWith(LANGUAGE));
  return serviceOf(name, {
    ...shared({ ...about, tags: tags.filter((tag) => !asTags.includes(tag)) }),
    ...kindOf((one) => one.kind === kind && (one.type ?? '') === textOf(type)),
    ...filled({
      title: textOf(about['displayName']),
      owner: textOf(about['owner']),
      system: system === undefined ? '' : (titles.get(system) ?? system),
      pagerduty: textOf(membersOf(membersOf(integrations)['pagerduty'])['serviceURL']),
    }),
    tier,
    lifecycle,
    languages: [...textsOf(languages), ...asTags.map((tag) => tag.slice(LANGUAGE.length))],
    dependsOn: textsOf(dependsOn).map(referenced),
  });
}

function ofDefinition({ metadata: { name }, spec }: Resource): Resource {
  const said = membersOf(spec);
  return serviceOf(name, {
    ...shared(said),
    ...kindOf((one) => one.typeV22 === textOf(said['type'], 'custom')),
    ...filled({
      owner: textOf(said['team']),
      system: textOf(said['application']),
      pagerduty: textOf(membersOf(membersOf(said['integrations'])['pagerduty'])['service-url']),
    }),
    tier: said['tier'],
    lifecycle: said['lifecycle'],
    languages: textsOf(said['languages']),
  });
}

/** The definitions that Datadog's documents would be made of: services. A system is made of the services that name it. */
export function definitionsOf(live: readonly Resource[]): Resource[] {
  const titles = new Map(
    live
      .filter(({ kind }) => kind === 'system')
      .map(({ metadata, spec }) => [
        metadata.name,
        textOf(membersOf(membersOf(spec)['metadata'])['displayName'], metadata.name),
      ]),
  );
  return live
    .filter(({ kind }) => kind !== 'system')
    .map((resource) => (resource.kind === 'service-definition' ? ofDefinition(resource) : ofEntity(resource, titles)));
}
