import { isRecord, type Resource } from '@binnacle/model';
import { hasVariable, type Matcher, parse, walk } from '@binnacle/promql';
import type { Hints } from './label-values.ts';
import { selectedName } from './need.ts';

/** `GET|POST`, and nothing that is a regular expression of any other kind. */
const ALTERNATIVES = /^[^.*+?^${}()[\]\\]+$/;

/** Every query in resources, each text once. */
export function queriesIn(resources: readonly Resource[]): readonly string[] {
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
  for (const { spec } of resources) search(spec);
  return [...found];
}

function valuesOf({ op, value, variable }: Matcher): readonly string[] {
  if (variable === true || hasVariable(value) || value === '') return [];
  if (op === '=') return [value];
  return op === '=~' && ALTERNATIVES.test(value) ? value.split('|').filter((one) => one !== '') : [];
}

/** Which values of labels the queries ask for. What is asked for should be there: samples show the panel, not its absence. */
export function hintsOf(queries: readonly string[]): Hints {
  const wanted = new Map<string, Set<string>>();
  for (const query of queries) {
    walk(parse(query).expr, (node) => {
      if (node.type !== 'VectorSelector') return;
      const name = selectedName(node)?.replace(/_(?:bucket|count|sum)$/, '');
      if (name === undefined) return;
      for (const matcher of node.matchers) {
        const key = `${name} ${matcher.label}`;
        const values = wanted.get(key) ?? new Set();
        for (const value of valuesOf(matcher)) values.add(value);
        if (values.size > 0) wanted.set(key, values);
      }
    });
  }
  const none: readonly string[] = [];
  const lists = new Map([...wanted].map(([key, values]) => [key, [...values]]));
  // Of a counter whose own name ends in _count, the selector's name is the metric's.
  return (metric, label) =>
    lists.get(`${metric} ${label}`) ?? lists.get(`${metric.replace(/_(?:bucket|count|sum)$/, '')} ${label}`) ?? none;
}
