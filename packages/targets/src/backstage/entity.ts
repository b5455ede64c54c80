import type { Contact, Link, LinkType, ServiceKind, ServiceResource } from '@binnacle/model';
import { linksOf, systemName, type Surroundings, type System } from '../catalog.ts';
import { isLabel } from '../kubernetes/labels.ts';
import type { Note } from '../note.ts';
import { filled } from '../present.ts';
import { repositoryAt } from '../repository.ts';
import { backstageName, backstageTag } from './names.ts';

type EntityKind = 'Component' | 'Resource' | 'System' | 'Location';

/** A Backstage entity document. */
export interface Entity {
  readonly apiVersion: 'backstage.io/v1alpha1';
  readonly kind: EntityKind;
  readonly metadata: { readonly name: string };
  readonly spec: object;
}

interface BackstageKind {
  readonly kind: 'Component' | 'Resource';
  readonly type: string;
}

/** What is developed is a Component, what it runs on a Resource. Types are free text. */
export const KINDS: Readonly<Record<ServiceKind, BackstageKind>> = {
  'online-serving': { kind: 'Component', type: 'service' },
  'offline-processing': { kind: 'Component', type: 'worker' },
  batch: { kind: 'Component', type: 'batch' },
  library: { kind: 'Component', type: 'library' },
  datastore: { kind: 'Resource', type: 'database' },
  queue: { kind: 'Resource', type: 'queue' },
  host: { kind: 'Resource', type: 'host' },
  infrastructure: { kind: 'Resource', type: 'infrastructure' },
};

/** Icons that are part of Backstage. */
const LINK_ICON: Readonly<Record<LinkType, string>> = {
  runbook: 'docs',
  repository: 'github',
  docs: 'docs',
  dashboard: 'dashboard',
  'on-call': 'alert',
  other: 'web',
};

interface EntityLink {
  readonly url: string;
  readonly title: string;
  readonly icon: string;
  readonly type: string;
}

function reference(name: string, kind: ServiceKind): string {
  return `${KINDS[kind].kind.toLowerCase()}:default/${name}`;
}

function dependencies(service: ServiceResource, { kinds }: Surroundings): string[] {
  return service.spec.dependsOn
    .map((name) => {
      const other = kinds.get(name);
      return other === undefined ? `component:default/${name}` : reference(name, other);
    })
    .toSorted();
}

/** The team as a reference to a group, which Backstage gets from the organisation's own directory. */
function ownerReference(team: string, note: Note): string {
  const name = backstageName(team);
  if (name !== team) {
    note({
      severity: 'warning',
      path: '/spec/owner',
      message: `Backstage: '${team}' is not the name of a group; it is written as '${name}'`,
      fix: 'use letters, digits, -, _ and . in the team’s handle',
    });
  }
  return `group:default/${name}`;
}

function contactLink({ type, name, contact }: Contact): EntityLink | undefined {
  if (type === 'email') {
    return { url: `mailto:${contact}`, title: name ?? contact, icon: 'email', type: 'contact' };
  }
  if (!URL.canParse(contact)) return undefined;
  return {
    url: contact,
    title: name ?? (type === 'slack' ? 'Slack' : 'Microsoft Teams'),
    icon: 'chat',
    type: 'contact',
  };
}

function links(service: ServiceResource, catalog: Surroundings, note: Note): EntityLink[] {
  const own = linksOf(service, catalog).map(({ type, title, url }: Link) => ({
    url,
    title: title === '' ? type : title,
    icon: type === 'repository' && repositoryAt(url).githubSlug === undefined ? LINK_ICON.other : LINK_ICON[type],
    type,
  }));
  const contacts = service.spec.contacts.flatMap((contact, i) => {
    const link = contactLink(contact);
    if (link !== undefined) return [link];
    note({
      severity: 'warning',
      path: `/spec/contacts/${i}`,
      message: `Backstage: the ${contact.type} contact '${contact.contact}' is not a web address; it is left out`,
      fix: 'write the address of the channel',
    });
    return [];
  });
  return [...own, ...contacts];
}

function labels(service: ServiceResource, isComponent: boolean, note: Note): Record<string, string> {
  const { tags, tier, lifecycle } = service.spec;
  const entries = Object.entries(tags).filter(([key, value]) => {
    const ok = isLabel(key, value);
    if (!ok) {
      note({
        severity: 'info',
        path: '/spec/tags',
        message: `Backstage: ${key}: '${value}' cannot be a label; it is only a tag`,
      });
    }
    return ok;
  });
  return {
    ...Object.fromEntries(entries),
    'binnacle.dev/tier': String(tier),
    ...(!isComponent && { 'binnacle.dev/lifecycle': lifecycle }),
  };
}

function annotations({ spec }: ServiceResource): object {
  const repository = spec.links.find(({ type }) => type === 'repository')?.url;
  return filled({
    'backstage.io/source-location': repository && `url:${repository.replace(/\/*$/, '/')}`,
    'github.com/project-slug': repository && repositoryAt(repository).githubSlug,
    'pagerduty.com/service-id': spec.pagerduty?.split('/').findLast((part) => part !== ''),
  });
}

function entityTags({ spec }: ServiceResource, note: Note): string[] {
  const written = [...spec.languages, ...Object.entries(spec.tags).map(([key, value]) => `${key}:${value}`)];
  const changed = written.filter((tag) => backstageTag(tag) !== tag).toSorted();
  if (changed.length > 0) {
    note({
      severity: 'info',
      path: '/spec/tags',
      message: `Backstage takes tags in another form: ${changed.join(', ')}`,
    });
  }
  return [...new Set(written.map(backstageTag).filter((tag) => tag !== ''))].toSorted();
}

/** A service as a Component, or as a Resource when it is something other services run on. */
export function serviceEntity(service: ServiceResource, catalog: Surroundings, note: Note): Entity {
  const { metadata, spec } = service;
  const { kind, type } = KINDS[spec.kind];
  const isComponent = kind === 'Component';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name: metadata.name,
      ...filled({
        title: spec.title,
        description: spec.description,
        labels: labels(service, isComponent, note),
        annotations: annotations(service),
        tags: entityTags(service, note),
        links: links(service, catalog, note),
      }),
    },
    spec: {
      type,
      ...(isComponent && { lifecycle: spec.lifecycle }),
      owner: ownerReference(spec.owner, note),
      ...filled({ system: systemName(spec.system ?? ''), dependsOn: dependencies(service, catalog) }),
    },
  };
}

/** A system; its parts name it. */
export function systemEntity({ name, title, owner, owners }: System, note: Note): Entity {
  if (owners.length > 1) {
    note({
      severity: 'info',
      path: '/spec/system',
      message: `system ${title} has services of ${owners.join(', ')}; it is written as owned by ${owner}`,
    });
  }
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, ...filled({ title }) },
    spec: { owner: `group:default/${backstageName(owner)}` },
  };
}
