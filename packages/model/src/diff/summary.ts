import type { Difference } from './difference.ts';
import { counted } from './words.ts';

/** What happened to so many things of a kind. */
export interface Tally {
  readonly noun: string;
  readonly verb: 'changed' | 'added' | 'removed' | 'renamed';
  readonly count: number;
}

/** A plan or diff in numbers. */
export interface Summary {
  /** Things by what they are and what happened to them, in the order in which they are told. */
  readonly tallies: readonly Tally[];
  /** Alerts that begin and cease to wake somebody, new and removed ones included. */
  readonly pagesMore: number;
  readonly pagesLess: number;
  /** Alerts that woke somebody and still do, but sooner or later than they did. */
  readonly pagesSooner: number;
  readonly pagesLater: number;
}

/** What a summary is made of: a change of a plan or of a diff. */
export interface Summarised {
  readonly id: string;
  readonly verdict: string;
  readonly differences: readonly Difference[];
}

const VERBS = ['changed', 'added', 'removed', 'renamed'] as const;
const NOUNS = [
  'alert',
  'SLO',
  'route',
  'receiver',
  'record',
  'group',
  'dashboard',
  'panel',
  'service',
  'metric',
  'folder',
];
/** What a summary counts beside the resource it is part of: whatever happened to it, or only that it came and went. */
const PARTS: Readonly<Record<string, readonly Tally['verb'][]>> = {
  alert: VERBS,
  record: VERBS,
  group: ['changed'],
  panel: ['added', 'removed'],
  receiver: VERBS,
  route: VERBS,
  metric: ['added', 'removed'],
};
const NAMES: Readonly<Record<string, string>> = {
  alertmanagerconfig: 'Alertmanager configuration',
  healthcheck: 'health check',
  servicelevelobjective: 'SLO',
};
const VERB_OF: Readonly<Record<string, Tally['verb']>> = {
  create: 'added',
  delete: 'removed',
  rename: 'renamed',
  unchanged: 'changed',
};

/** Parts of a resource by subject, with what happened to each. */
function* parts(differences: readonly Difference[]): Generator<readonly [noun: string, verb: Tally['verb']]> {
  const bySubject = new Map<string, Difference['change']>();
  for (const { subject, change, path } of differences) {
    // Parts of one name are told apart by where they are.
    const key = change === 'changed' ? subject : `${subject}\0${path}`;
    if (subject !== undefined && key !== undefined) bySubject.set(key, change);
  }
  for (const [subject, verb] of bySubject) {
    const noun = subject.slice(0, subject.indexOf(' '));
    if (PARTS[noun]?.includes(verb) === true) yield [noun, verb];
  }
}

function rank(noun: string): number {
  return NOUNS.includes(noun) ? NOUNS.indexOf(noun) : NOUNS.length;
}

/** The pointer to the rule a difference is about. */
function ruleOf({ path }: Difference): string {
  return /^\/spec\/groups\/\d+\/rules\/\d+/.exec(path)?.[0] ?? path;
}

function paged(count: number, singular: string, plural: string): string[] {
  return count === 0 ? [] : [`${counted(count, 'alert')} ${count === 1 ? singular : plural}`];
}

/** The resources and parts that changed, counted. Rules are counted one by one, as nobody thinks of the file they are in. */
export function summarise(changes: readonly Summarised[]): Summary {
  const counts = new Map<string, number>();
  const count = (noun: string, verb: Tally['verb']): void => {
    counts.set(`${noun} ${verb}`, (counts.get(`${noun} ${verb}`) ?? 0) + 1);
  };
  const paging = { starts: 0, stops: 0, sooner: 0, later: 0 };
  for (const { id, verdict, differences } of changes) {
    if (verdict === 'unchanged') continue;
    const kind = id.slice(0, id.indexOf('/')).toLowerCase();
    if (kind !== 'prometheusrule') count(NAMES[kind] ?? kind, VERB_OF[verdict] ?? 'changed');
    else if (differences.every(({ subject }) => subject === undefined)) count('group', 'changed');
    for (const [noun, verb] of parts(differences)) count(noun, verb);
    // Of an alert that pages sooner for two reasons, one is told.
    const own = new Map(differences.map((one) => [`${one.paging} ${ruleOf(one)}`, one.paging]));
    for (const what of own.values()) if (what !== undefined) paging[what]++;
  }
  const tallies = [...counts].map(([key, number]): Tally => {
    const noun = key.slice(0, key.lastIndexOf(' '));
    const verb = key.slice(noun.length + 1);
    return { noun, verb: VERBS.find((one) => one === verb) ?? 'changed', count: number };
  });
  const inOrder = tallies.toSorted(
    (a, b) => VERBS.indexOf(a.verb) - VERBS.indexOf(b.verb) || rank(a.noun) - rank(b.noun),
  );
  return {
    tallies: inOrder,
    pagesMore: paging.starts,
    pagesLess: paging.stops,
    pagesSooner: paging.sooner,
    pagesLater: paging.later,
  };
}

function joined(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

/** A summary in one line: `2 dashboards and 1 alert changed; 1 panel removed; 1 alert now pages`. */
export function summaryText({ tallies, pagesMore, pagesLess, pagesSooner, pagesLater }: Summary): string {
  const byVerb = VERBS.flatMap((verb) => {
    const things = tallies.filter((tally) => tally.verb === verb);
    const names = things.map(({ noun, count }) => counted(count, noun === 'group' ? 'rule group' : noun));
    return names.length === 0 ? [] : [`${joined(names)} ${verb}`];
  });
  const pages = [
    ...paged(pagesMore, 'now pages', 'now page'),
    ...paged(pagesSooner, 'pages sooner', 'page sooner'),
    ...paged(pagesLater, 'pages later', 'page later'),
    ...paged(pagesLess, 'no longer pages', 'no longer page'),
  ];
  return [...byVerb, ...pages].join('; ') || 'no changes';
}
