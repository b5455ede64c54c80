import type { Difference, Impact } from '@binnacle/model';
import type { Entry } from '../../diff/entry.ts';

/** The sign and the words of each verdict. */
export const VERDICTS: Readonly<Record<Entry['verdict'], { readonly sign: string; readonly note: string }>> = {
  create: { sign: '+', note: '' },
  update: { sign: '~', note: '' },
  rename: { sign: '~', note: '' },
  delete: { sign: '-', note: 'no longer declared' },
  adopt: { sign: '?', note: 'is there, and Binnacle did not make it' },
  drifted: { sign: '!', note: 'edited live' },
  conflict: { sign: '!', note: 'edited both live and in code' },
  unchanged: { sign: ' ', note: '' },
};

const KINDS: Readonly<Record<string, string>> = {
  AlertmanagerConfig: 'routing',
  PrometheusRule: 'rules',
  ServiceLevelObjective: 'SLO',
};

/** What a reader calls a resource: `PrometheusRule/mail` are the `rules mail`. */
export function nameInWords(id: string): string {
  const kind = id.slice(0, id.indexOf('/'));
  const words = KINDS[kind] ?? kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return `${words} ${id.slice(kind.length + 1)}`;
}

const SIGNS: Readonly<Record<Difference['change'], string>> = { added: '+', removed: '-', changed: '~' };
/** Verdicts after which it is worth a word that nothing but the writing differs. */
const WRITTEN: ReadonlySet<Entry['verdict']> = new Set(['update', 'drifted']);

/** What is noted behind an entry's id; who manages it where that is known. */
export function noteOf({ verdict, manager, differences, note }: Entry): string {
  if (note === undefined && verdict === 'adopt' && manager !== undefined) return `is there, managed by ${manager}`;
  const isSame = differences.length === 0 && WRITTEN.has(verdict);
  return [note ?? VERDICTS[verdict].note, ...(isSame ? ['only written or laid out otherwise'] : [])]
    .filter((text) => text !== '')
    .join('; ');
}

/** What is said about one part of a resource, or about several of which the same is to be said. */
export interface Line {
  readonly sign: string;
  readonly subject?: string;
  readonly texts: readonly string[];
}

/** So many parts with the same difference are told as one. */
const MANY = 4;
/** Names of them that are given. */
const NAMED = 3;

function textOf({ text, consequence }: Difference): string {
  return consequence === undefined ? text : `${text} (${consequence})`;
}

/** What is said of a difference: the text, then what its part is. */
function textsOf(one: Difference): readonly string[] {
  return [textOf(one), ...(one.details ?? [])];
}

/** `3 panels (p99 latency, Errors, Traffic, …)`. */
function together(subjects: readonly string[]): string {
  const noun = subjects[0]?.split(' ')[0] ?? '';
  const names = subjects.map((subject) => subject.slice(noun.length + 1));
  const shown = [...names.slice(0, NAMED), ...(names.length > NAMED ? ['…'] : [])];
  return `${names.length} ${noun}s (${shown.join(', ')})`;
}

/** Equal for differences that say the same of parts of a kind. */
function keyOf(one: Difference): string {
  return `${SIGNS[one.change]} ${one.subject?.split(' ')[0] ?? ''}\0${textsOf(one).join('\0')}`;
}

/** The lines of an entry: all of one part on one, and what is said of many parts once. */
export function linesOf(differences: readonly Difference[]): Line[] {
  const same = new Map<string, Set<string>>();
  for (const one of differences) {
    if (one.subject !== undefined) same.set(keyOf(one), (same.get(keyOf(one)) ?? new Set()).add(one.subject));
  }
  const lines = new Map<string, { sign: string; subject?: string; texts: string[] }>();
  for (const one of differences) {
    const { subject, change } = one;
    const sign = SIGNS[change];
    const many = same.get(keyOf(one));
    if (many !== undefined && many.size >= MANY) {
      lines.set(keyOf(one), { sign, subject: together([...many]), texts: [...textsOf(one)] });
      continue;
    }
    // What is said of the resource itself has a line of its own each; so has a part that comes or goes.
    const key = subject === undefined ? `${lines.size}` : `${sign} ${subject} ${change === 'changed' ? '' : one.path}`;
    const line = lines.get(key) ?? { sign, ...(subject !== undefined && { subject }), texts: [] };
    line.texts.push(...textsOf(one));
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** Names of what a change reaches that are given. */
const REACHED = 5;

function some(count: number, noun: string): string[] {
  return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
}

/** How many series the instances of a service may have; of one that comes or goes only how many that is. */
function seriesText({ before, after }: NonNullable<Impact['series']>): string {
  if (before === 0) return `adds at most ${after} series per instance`;
  return after === 0
    ? `removes at most ${before} series per instance`
    : `at most ${before} → ${after} series per instance`;
}

/** What a change reaches beyond itself, one line each. */
export function impactLines({ alerts, records, objectives, panels, services, routes, series }: Impact): string[] {
  const paging = alerts.filter(({ pages }) => pages === true).length;
  const alertText = some(alerts.length, 'alert').map((text) =>
    paging === 0 ? text : `${text} (${alerts.length === 1 ? 'pages' : `${paging} page${paging === 1 ? 's' : ''}`})`,
  );
  const parts = [
    ...alertText,
    ...some(objectives.length, 'SLO'),
    ...some(records.length, 'record'),
    ...some(panels.filter(({ kind }) => kind === 'panel').length, 'panel'),
    ...some(panels.filter(({ kind }) => kind === 'variable').length, 'variable'),
    ...some(panels.filter(({ kind }) => kind === 'annotation').length, 'annotation'),
    ...some(services.length, 'service'),
    ...some(routes.length, 'route'),
  ];
  const all = [...alerts, ...objectives, ...records, ...panels, ...services, ...routes].map(({ name }) => name);
  const names = [...new Set(all)];
  const shown = [...names.slice(0, REACHED), ...(names.length > REACHED ? ['…'] : [])].join(', ');
  return [
    ...(parts.length === 0 ? [] : [`reaches ${parts.join(', ')}: ${shown}`]),
    ...(series === undefined ? [] : [seriesText(series)]),
  ];
}
