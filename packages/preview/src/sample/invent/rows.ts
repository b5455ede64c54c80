import { hasVariable, type Matcher, variableNames } from '@binnacle/promql';
import { type Labels, labelSet, seriesMatcher } from '@binnacle/promql/engine';
import { VOCABULARY } from '../vocabulary.ts';
import type { Reading } from './readings.ts';
import { regexExamples } from './regex-examples.ts';

/** A reading with what its dashboard says of the values of labels. */
export interface PlacedReading {
  readonly reading: Reading;
  /** The job that the dashboard is about. */
  readonly job: string;
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Series that are made where no query asks for more. */
const USUAL = 3;
/** Values of one label that queries ask for by name. */
const MOST_VALUES = 6;
const MOST_ROWS = 48;
const CODES = ['200', '404', '500'];
const ANY = new Set(['.*', '.+', '']);

/** What is known of the values of labels: matchers by label, all of which a series has to satisfy. */
type Constraints = ReadonlyMap<string, readonly Matcher[]>;

interface Group {
  readonly constraints: Constraints;
  readonly job: string;
  readonly options: PlacedReading['options'];
}

/** Values of a label that nothing is known of; the same for every metric, so that what is joined finds its counterpart. */
function usualValues(label: string, job: string): readonly string[] {
  if (label === 'job') return [job];
  if (label === 'instance') return ['host-1:9100', 'host-2:9100', 'host-3:9100'];
  const known = /(?:^|_)(?:code|http_status)$/.test(label) ? CODES : (VOCABULARY[label] ?? []);
  const made = Array.from({ length: USUAL }, (_, i) => `${label}-${i + 1}`);
  return [...known, ...made.slice(known.length)].slice(0, Math.max(USUAL, Math.min(known.length, 4)));
}

function accepts(matchers: readonly Matcher[]): (value: string) => boolean {
  const plain = matchers.filter(({ value }) => !hasVariable(value));
  const test = seriesMatcher(plain);
  const [label = ''] = plain.map((one) => one.label);
  return (value) => plain.length === 0 || test(labelSet({ [label]: value }));
}

/** The values that a matcher names; undefined for one that leaves them open. */
function namedValues({ op, value }: Matcher, options: Group['options']): readonly string[] | undefined {
  if (op === '!=' || op === '!~') return undefined;
  if (hasVariable(value)) {
    const [name = ''] = variableNames(value);
    return /^\$\{?\w+(?::\w+)?\}?$/.test(value) ? options.get(name) : undefined;
  }
  if (op === '=') return [value];
  return ANY.has(value) ? undefined : regexExamples(value).filter((one) => one !== '');
}

/** Values of a label that satisfy all matchers of it; none where nothing can. */
function valuesFor(label: string, matchers: readonly Matcher[], { job, options }: Group): readonly string[] {
  const fits = accepts(matchers);
  const named = matchers.map((matcher) => namedValues(matcher, options)).find((values) => values !== undefined);
  const values = (named ?? usualValues(label, job)).filter(fits).slice(0, MOST_VALUES);
  if (values.length > 0) return values;
  const other = Array.from({ length: USUAL }, (_, i) => `${label}-${i + 1}`).filter(fits);
  return other.length > 0 && named === undefined ? other : fits('') ? [''] : [];
}

function constraintsOf({ matchers }: Reading): Constraints {
  const all = new Map<string, Matcher[]>();
  for (const matcher of matchers) {
    if (matcher.label === 'le' || matcher.label === 'quantile') continue;
    all.set(matcher.label, [...(all.get(matcher.label) ?? []), matcher]);
  }
  return all;
}

function isNamed(matchers: readonly Matcher[], options: Group['options']): boolean {
  return matchers.some((matcher) => namedValues(matcher, options) !== undefined);
}

/** Both at once, where what one names the other does not forbid. */
function merged(a: Group, b: Group): Group | undefined {
  if (a.job !== b.job) return undefined;
  const constraints = new Map(a.constraints);
  const options = new Map([...a.options, ...b.options]);
  const both: Group = { constraints, job: a.job, options };
  for (const [label, matchers] of b.constraints) {
    const before = constraints.get(label) ?? [];
    const all = [...before, ...matchers];
    constraints.set(label, all);
    const values = valuesFor(label, all, both);
    const isLess = (of: readonly Matcher[], group: Group): boolean =>
      isNamed(of, group.options) && String(values) !== String(valuesFor(label, of, group));
    if (values.length === 0 || isLess(before, a) || isLess(matchers, b)) return undefined;
  }
  return both;
}

/** As few groups as can be, so that an entity has one series where it can have one. */
function groupsOf(placed: readonly PlacedReading[]): readonly Group[] {
  const all = placed
    .map(({ reading, job, options }): Group => ({ constraints: constraintsOf(reading), job, options }))
    .toSorted((a, b) => named(b) - named(a));
  const groups: Group[] = [];
  for (const one of all) {
    const at = groups.findIndex((group) => merged(group, one) !== undefined);
    const both = at < 0 ? undefined : merged(groups[at] ?? one, one);
    if (both === undefined) groups.push(one);
    else groups[at] = both;
  }
  return groups;
}

function named({ constraints, options }: Group): number {
  return [...constraints.values()].filter((matchers) => isNamed(matchers, options)).length;
}

/** The labels of the series that readings of one metric, or of metrics that are matched with each other, find. */
export function rowsFor(placed: readonly PlacedReading[], labels: readonly string[]): readonly Labels[] {
  const groups = groupsOf(placed);
  const lists = groups.map((group) =>
    labels.map((label) => [label, valuesFor(label, group.constraints.get(label) ?? [], group)] as const),
  );
  const uniqueBy = placed.map(({ reading }) => reading.uniqueBy).filter((names) => names !== undefined);
  const rows = new Map<string, Labels>();
  const add = (list: (typeof lists)[number], i: number): void => {
    if (list.some(([, values]) => values.length === 0)) return;
    const row = Object.fromEntries(list.map(([label, values]) => [label, values[i % values.length] ?? '']));
    rows.set(JSON.stringify(row), row);
  };
  const count = Math.max(USUAL, ...lists.flat().map(([, values]) => values.length));
  if (uniqueBy.length > 0) {
    for (let i = 0; i < Math.max(count, groups.length); i += 1) add(lists[i % lists.length] ?? [], i);
  } else for (let i = 0; i < count; i += 1) for (const list of lists) add(list, i);
  const kept = uniqueBy.reduce<readonly Labels[]>((all, names) => onePer(all, names), [...rows.values()]);
  return kept.slice(0, MOST_ROWS);
}

function onePer(rows: readonly Labels[], names: readonly string[]): readonly Labels[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(names.map((name) => row[name] ?? ''));
    return seen.size < seen.add(key).size;
  });
}
