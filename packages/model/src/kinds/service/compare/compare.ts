import type { Difference, Reach } from '../../../diff/difference.ts';
import { changedEntries, changeOf, compareLabels } from '../../../diff/labels.ts';
import { match } from '../../../diff/match.ts';
import { changedText } from '../../../diff/words.ts';
import { pointer } from '../../../pointer.ts';
import type { Resource } from '../../../resource.ts';
import { isService, type Link, type PartSpec, type ServiceSpec } from '../spec.ts';
import { compareMetrics } from './metric.ts';

/** Fields with one value each, as they are called and what they reach. */
const FIELDS: readonly (readonly [keyof ServiceSpec, string, Reach])[] = [
  ['owner', 'owner', 'ownership'],
  ['pagerduty', 'PagerDuty service', 'pager'],
  ['tier', 'tier', 'ownership'],
  ['lifecycle', 'lifecycle', 'ownership'],
  ['kind', 'kind', 'ownership'],
  ['system', 'system', 'ownership'],
  ['title', 'title', 'other'],
  ['description', 'description', 'other'],
];

/** What came to a list of names and what went: `dependency cart added`. */
function* setTexts(
  name: string,
  before: readonly string[],
  after: readonly string[],
): Generator<readonly [change: 'added' | 'removed', text: string]> {
  for (const one of after) if (!before.includes(one)) yield ['added', `${name} ${one} added`];
  for (const one of before) if (!after.includes(one)) yield ['removed', `${name} ${one} removed`];
}

function linkName({ type, title }: Link): string {
  return type === 'other' ? `link ${title}` : type.replace('-', ' ');
}

function links(before: ServiceSpec, after: ServiceSpec): Difference[] {
  const about = { path: '/spec/links', reach: 'other' } as const;
  const { pairs, added, removed } = match(before.links, after.links, [
    (a, b) => Number(a.type === b.type) + Number(a.url === b.url) + Number(a.title === b.title) - 1,
    (a, b) => Number(a.type === b.type),
  ]);
  return [
    ...pairs.flatMap(([a, b]): Difference[] => {
      const value = a.url === b.url ? `${a.title} → ${b.title}` : `${a.url} → ${b.url}`;
      const isSame = a.url === b.url && a.title === b.title && a.type === b.type;
      return isSame ? [] : [{ ...about, change: 'changed', text: `${linkName(b)} ${value}` }];
    }),
    ...added.map((one): Difference => ({ ...about, change: 'added', text: changedText(linkName(one), '', one.url) })),
    ...removed.map((one): Difference => ({
      ...about,
      change: 'removed',
      text: changedText(linkName(one), one.url, ''),
    })),
  ];
}

function partAbout({ name }: PartSpec): Pick<Difference, 'subject' | 'path' | 'reach'> {
  return { subject: `part ${name}`, path: '/spec/parts', reach: 'data' };
}

function parts(before: ServiceSpec, after: ServiceSpec): Difference[] {
  const { pairs, added, removed } = match(before.parts, after.parts, [(a, b) => Number(a.name === b.name)]);
  return [
    ...pairs.flatMap(([a, b]): Difference[] => {
      const texts = [
        ...(a.archetype === b.archetype ? [] : [changedText('archetype', a.archetype, b.archetype)]),
        ...(a.period === b.period ? [] : [changedText('period', a.period, b.period)]),
        ...changedEntries(a.roles, b.roles).map(([role, old, next]) => changedText(`${role} measured by`, old, next)),
        ...changedEntries(a.waived, b.waived).map(([role, old, next]) => changedText(`waiver of ${role}`, old, next)),
      ];
      return texts.map((text) => ({ ...partAbout(b), change: 'changed', text }));
    }),
    ...added.map((part): Difference => ({ ...partAbout(part), change: 'added', text: `added: ${part.archetype}` })),
    ...removed.map((part): Difference => ({ ...partAbout(part), change: 'removed', text: 'removed' })),
  ];
}

const contact = ({ type, contact: at }: ServiceSpec['contacts'][number]): string => `${type} ${at}`;

/** What changed in a service: whose it is, how much it matters, what it needs, and what it measures. */
export function compareServices(before: Resource, after: Resource): Difference[] {
  if (!isService(before) || !isService(after)) return [];
  const [old, next] = [before.spec, after.spec];
  const sets = [
    ['dependsOn', 'dependency', old.dependsOn, next.dependsOn],
    ['contacts', 'contact', old.contacts.map(contact), next.contacts.map(contact)],
    ['languages', 'language', old.languages, next.languages],
  ] as const;
  return [
    ...FIELDS.filter(([key]) => old[key] !== next[key]).map(([key, name, reach]): Difference => {
      const text = changedText(name, old[key], next[key]);
      return { path: pointer('spec', key), change: changeOf(old[key], next[key]), text, reach };
    }),
    ...sets.flatMap(([key, name, a, b]) =>
      [...setTexts(name, a, b)].map(([change, text]): Difference => ({
        path: pointer('spec', key),
        change,
        text,
        reach: 'ownership',
      })),
    ),
    ...links(old, next),
    ...changedEntries(old.tags, next.tags).map(([key, a, b]): Difference => ({
      path: pointer('spec', 'tags', key),
      change: changeOf(a, b),
      text: changedText(`tag ${key}`, a, b),
      reach: 'other',
    })),
    ...compareMetrics(old, next),
    ...parts(old, next),
    // The team label says what the owner says.
    ...compareLabels(before, after).filter(({ reach }) => reach === 'other'),
  ];
}
