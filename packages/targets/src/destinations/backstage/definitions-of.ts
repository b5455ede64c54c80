import type { Contact, Link, LinkType, Resource, ServiceKind } from '@binnacle/model';
import { KINDS } from '../../backstage/entity.ts';
import { filled } from '../../present.ts';
import { textOf } from '../../text-of.ts';
import { membersOf, recordsOf, referenced, serviceOf, tagsOf, textsOf } from '../service-of.ts';

const LINK_TYPES: readonly LinkType[] = ['runbook', 'repository', 'docs', 'dashboard', 'on-call', 'other'];
const MAIL = 'mailto:';

function isServiceKind(kind: string): kind is ServiceKind {
  return Object.hasOwn(KINDS, kind);
}

function linksOf(links: unknown): Link[] {
  return recordsOf(links).flatMap(({ type, title, url }): Link[] => {
    if (type === 'contact') return [];
    return [{ type: LINK_TYPES.find((one) => one === type) ?? 'other', title: textOf(title), url: textOf(url) }];
  });
}

function contactsOf(links: unknown): Contact[] {
  return recordsOf(links).flatMap(({ type, title, url }): Contact[] => {
    if (type !== 'contact') return [];
    const [address, name] = [textOf(url), textOf(title)];
    if (!address.startsWith(MAIL)) {
      const named = name === 'Slack' || name === 'Microsoft Teams' ? {} : { name };
      return [{ type: name === 'Microsoft Teams' ? 'microsoft-teams' : 'slack', contact: address, ...named }];
    }
    const contact = address.slice(MAIL.length);
    return [{ type: 'email', contact, ...(name !== contact && { name }) }];
  });
}

/** Tags as they were written where a label still says so: Backstage's own are in lower case. */
function written(tags: readonly string[], labels: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const labelled = Object.entries(labels).flatMap(([key, value]): [string, string][] =>
    key === 'binnacle.dev/tier' || key === 'binnacle.dev/lifecycle' ? [] : [[key, textOf(value)]],
  );
  const known = new Set(labelled.map(([key]) => key.toLowerCase().replaceAll(/[^a-z0-9+#]+/g, '-')));
  // What is no label had something in it that neither labels nor tags take: tags have - in its place.
  const others = Object.entries(tagsOf(tags))
    .filter(([key]) => !known.has(key))
    .map(([key, value]): [string, string] => [key, value.replaceAll('-', ' ')]);
  return Object.fromEntries([...others, ...labelled]);
}

function ofEntity({ kind, metadata: { name }, spec }: Resource, titles: ReadonlyMap<string, string>): Resource {
  const { metadata, spec: said } = membersOf(spec);
  const about = membersOf(metadata);
  const { type, lifecycle, owner, system, dependsOn } = membersOf(said);
  const labels = membersOf(about['labels']);
  const tags = textsOf(about['tags']);
  const service = textOf(membersOf(about['annotations'])['pagerduty.com/service-id']);
  const found = Object.keys(KINDS)
    .filter(isServiceKind)
    .find((one) => KINDS[one].kind === kind && KINDS[one].type === type);
  return serviceOf(name, {
    ...(found !== undefined && { kind: found }),
    ...filled({
      title: textOf(about['title']),
      owner: referenced(textOf(owner)),
      system: titles.get(textOf(system)) ?? textOf(system),
      pagerduty: service === '' ? '' : `https://app.pagerduty.com/service-directory/${service}`,
    }),
    description: textOf(about['description']),
    tier: labels['binnacle.dev/tier'],
    lifecycle: lifecycle ?? labels['binnacle.dev/lifecycle'],
    languages: tags.filter((tag) => !tag.includes(':')),
    links: linksOf(about['links']),
    contacts: contactsOf(about['links']),
    dependsOn: textsOf(dependsOn).map(referenced),
    tags: written(tags, labels),
  });
}

/** The definitions that Backstage's entities would be made of: services. A system is made of the services that name it. */
export function definitionsOf(live: readonly Resource[]): Resource[] {
  const titles = new Map(
    live
      .filter(({ kind }) => kind === 'System')
      .map(({ metadata, spec }) => [
        metadata.name,
        textOf(membersOf(membersOf(spec)['metadata'])['title'], metadata.name),
      ]),
  );
  return live.filter(({ kind }) => kind !== 'System').map((resource) => ofEntity(resource, titles));
}
