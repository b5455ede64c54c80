import { hasVariable, type Matcher, replaceVariables, variableNames } from '@binnacle/promql';
import { type Labels, labelSet, seriesMatcher } from '@binnacle/promql/engine';
import { VOCABULARY } from '../vocabulary.ts';
import type { Reading } from './readings.ts';
import { regexExamples } from './regex-examples.ts';

/** What a dashboard says of the values of labels. */
export interface Place {
  /** The job that the dashboard is about. */
  readonly job: string;
  /** Values of variables that have a list of them, by name. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** The labels that the values of other variables are those of. */
  readonly sources: ReadonlyMap<string, string>;
  /** Values that queries of the dashboard name, by label. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

/** A reading in its dashboard. */
export interface PlacedReading {
  readonly reading: Reading;
  readonly place: Place;
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
  readonly place: Place;
}

/** Labels of where things are: with one value each, whatever is chosen there has everything below it. */
const WHERE =
  /(?:^|_)(?:cluster|namespace|env|environment|region|zone|datacenter|dc|site|tenant|org|organization|project|account|subscription)(?:_?(?:name|id))?$/i;

/** Values of a label that nothing is known of; the same for every metric, so that what is joined finds its counterpart. */
function usualValues(label: string, job: string): readonly string[] {
  if (label === 'job') return [job];
  if (label === 'le') return ['0.1', '1', '+Inf'];
  if (label === 'instance') return ['host-1:9100', 'host-2:9100', 'host-3:9100'];
  const known = /(?:^|_)(?:code|http_status)$/.test(label) ? CODES : (VOCABULARY[label] ?? []);
  if (WHERE.test(label)) return [known[0] ?? `${label}-1`];
  const made = Array.from({ length: USUAL }, (_, i) => `${label}-${i + 1}`);
  return [...known, ...made.slice(known.length)].slice(0, Math.max(USUAL, Math.min(known.length, 4)));
}

function accepts(matchers: readonly Matcher[]): (value: string) => boolean {
  const plain = matchers.filter(({ value }) => !hasVariable(value));
  const test = seriesMatcher(plain);
  const [label = ''] = plain.map((one) => one.label);
  return (value) => plain.length === 0 || test(labelSet({ [label]: value }));
}

/** A value with the one variable in it replaced by each of its values; undefined where these are not known. */
function replaced(value: string, { options }: Place): readonly string[] | undefined {
  if (!hasVariable(value)) return [value];
  const [name = '', ...more] = variableNames(value);
  return more.length > 0 ? undefined : options.get(name)?.map((option) => replaceVariables(value, option));
}

/** The values that a matcher names; undefined for one that leaves them open. */
export function namedValues({ op, value }: Matcher, place: Place): readonly string[] | undefined {
  if (op === '!=' || op === '!~') return undefined;
  const texts = replaced(value, place);
  if (texts === undefined || op === '=') return texts;
  if (texts.some((text) => ANY.has(text))) return undefined;
  return [...new Set(texts.flatMap(regexExamples))].filter((one) => one !== '');
}

/** Values that a label may have where no matcher names any. */
function openValues(label: string, matchers: readonly Matcher[], { job, sources, named }: Place): readonly string[] {
  const variables = matchers.flatMap(({ op, value }) => (op.startsWith('=') ? variableNames(value) : []));
  const source = variables.map((name) => sources.get(name)).find((other) => other !== undefined) ?? label;
  const usual = usualValues(source, job);
  // What is chosen of a variable may be what another query names.
  return variables.length === 0 || WHERE.test(label) ? usual : [...new Set([...usual, ...(named.get(source) ?? [])])];
}

/** What was found for the same matchers before: dashboards ask for the same again and again. */
const remembered = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 20_000;

/** Values of a label that satisfy all matchers of it; none where nothing can. */
function valuesFor(label: string, matchers: readonly Matcher[], group: Group): readonly string[] {
  const texts = new Set(matchers.map(({ op, value }) => `${op}${value}`));
  const { job, options, sources, named } = group.place;
  const chosen = matchers.flatMap(({ value }) =>
    variableNames(value).map((name) => {
      const source = sources.get(name) ?? label;
      return [options.get(name), source, source === 'job' ? job : '', named.get(source)];
    }),
  );
  const key = JSON.stringify([label, label === 'job' ? job : '', ...texts, chosen]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const values = foundFor(label, matchers, group);
  remembered.set(key, values);
  return values;
}

function foundFor(label: string, matchers: readonly Matcher[], { place }: Group): readonly string[] {
  const fits = accepts(matchers);
  const named = matchers.map((matcher) => namedValues(matcher, place)).find((values) => values !== undefined);
  const values = (named ?? openValues(label, matchers, place)).filter(fits).slice(0, MOST_VALUES);
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

function isNamed(matchers: readonly Matcher[], { place }: Group): boolean {
  return matchers.some((matcher) => namedValues(matcher, place) !== undefined);
}

/** Both at once, where what one names the other does not forbid. */
function merged(a: Group, b: Group): Group | undefined {
  // What two dashboards mean by a variable may differ.
  if (a.place !== b.place) return undefined;
  const constraints = new Map(a.constraints);
  const both: Group = { constraints, place: a.place };
  for (const [label, matchers] of b.constraints) {
    const before = constraints.get(label) ?? [];
    const all = [...before, ...matchers];
    constraints.set(label, all);
    const values = valuesFor(label, all, both);
    const isLess = (of: readonly Matcher[], group: Group): boolean =>
      isNamed(of, group) && String(values) !== String(valuesFor(label, of, group));
    if (values.length === 0 || isLess(before, a) || isLess(matchers, b)) return undefined;
  }
  return both;
}

/** As few groups as can be, so that an entity has one series where it can have one. */
function groupsOf(placed: readonly PlacedReading[]): readonly Group[] {
  const distinct = new Map<string, Group>();
  const places = [...new Set(placed.map(({ place }) => place))];
  for (const { reading, place } of placed) {
    const texts = reading.matchers.map(({ label, op, value }) => `${label}${op}${value}`);
    const key = JSON.stringify([places.indexOf(place), texts.toSorted()]);
    if (!distinct.has(key)) distinct.set(key, { constraints: constraintsOf(reading), place });
  }
  const all = [...distinct.values()].toSorted((a, b) => namedIn(b) - namedIn(a));
  const groups: Group[] = [];
  for (const one of all) {
    const at = groups.findIndex((group) => merged(group, one) !== undefined);
    const both = at < 0 ? undefined : merged(groups[at] ?? one, one);
    if (both === undefined) groups.push(one);
    else groups[at] = both;
  }
  return groups;
}

function namedIn(group: Group): number {
  return [...group.constraints.values()].filter((matchers) => isNamed(matchers, group)).length;
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
