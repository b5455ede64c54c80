import { isRecord, type Resource } from '@binnacle/model';
import { hasVariable, type Matcher, metricName, parse, walk } from '@binnacle/promql';
import type { Hints } from './label-values.ts';

/** `GET|POST`, and nothing that is a regular expression of any other kind. */
const ALTERNATIVES = /^[^.*+?^${}()[\]\\]+$/;

/** A resource that did not change is the same object, and asks the same. */
const queriesOf = new WeakMap<Resource, readonly string[]>();

function queriesOfOne(resource: Resource): readonly string[] {
  const known = queriesOf.get(resource);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const search = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const inner of value) search(inner);
    } else if (isRecord(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'expr' && typeof inner === 'string') found.add(inner);
        else search(inner);
      }
    }
  };
  search(resource.spec);
  queriesOf.set(resource, [...found]);
  return [...found];
}

/** Every query in resources, each text once. */
export function queriesIn(resources: readonly Resource[]): readonly string[] {
  return [...new Set(resources.flatMap(queriesOfOne))];
}

function valuesOf({ op, value, variable }: Matcher): readonly string[] {
  if (variable === true || hasVariable(value) || value === '') return [];
  if (op === '=') return [value];
  return op === '=~' && ALTERNATIVES.test(value) ? value.split('|').filter((one) => one !== '') : [];
}

/** Values that a query asks for: `[metric family, label, value]`. */
type Asked = readonly [metric: string, label: string, value: string];

/** What queries of one text ask for is the same every time, and most are the same after a change. */
const remembered = new Map<string, readonly Asked[]>();
const MOST_REMEMBERED = 50_000;

function askedIn(query: string): readonly Asked[] {
  const known = remembered.get(query);
  if (known !== undefined) return known;
  const asked: Asked[] = [];
  walk(parse(query).expr, (node) => {
    if (node.type !== 'VectorSelector') return;
    const name = metricName(node)?.replace(/_(?:bucket|count|sum)$/, '');
    if (name === undefined) return;
    for (const matcher of node.matchers)
      for (const value of valuesOf(matcher)) asked.push([name, matcher.label, value]);
  });
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(query, asked);
  return asked;
}

const texts = new WeakMap<Resource, string>();

/** What the queries of a resource ask for, as text that is the same only where they ask for the same. */
export function askedBy(resource: Resource): string {
  let text = texts.get(resource);
  if (text === undefined) texts.set(resource, (text = JSON.stringify(queriesOfOne(resource).map(askedIn))));
  return text;
}

/** Which values of labels the queries ask for. What is asked for should be there: samples show the panel, not its absence. */
export function hintsOf(queries: readonly string[]): {
  readonly of: Hints;
  readonly all: readonly (readonly [string, readonly string[]])[];
} {
  const wanted = new Map<string, Set<string>>();
  for (const query of queries) {
    for (const [metric, label, value] of askedIn(query)) {
      const key = `${metric} ${label}`;
      const values = wanted.get(key) ?? new Set();
      values.add(value);
      wanted.set(key, values);
    }
  }
  const none: readonly string[] = [];
  // In an order of their own, so that moving a panel changes no sample.
  const all = [...wanted]
    .map(([key, values]) => [key, [...values].toSorted()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lists = new Map(all);
  // Of a counter whose own name ends in _count, the selector's name is the metric's.
  const of: Hints = (metric, label) =>
    lists.get(`${metric} ${label}`) ?? lists.get(`${metric.replace(/_(?:bucket|count|sum)$/, '')} ${label}`) ?? none;
  return { of, all };
}
