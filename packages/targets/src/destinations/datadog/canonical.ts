import { isRecord, toJson } from '@binnacle/model';
import { datadogTag } from '../../datadog/tags.ts';

/** What the server fills in, and what no longer means anything. */
const DROPPED: ReadonlySet<string> = new Set(['managed', 'id', 'dd-team']);
/** Members whose inside belongs to somebody else: neither order nor emptiness is ours to judge. */
const OPAQUE: ReadonlySet<string> = new Set(['extensions', 'interface']);
const REFERENCES: ReadonlySet<string> = new Set([
  'componentOf',
  'components',
  'dependencyOf',
  'dependsOn',
  'implementedBy',
]);

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function item(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return canonical(value);
  if (key === 'tags') return datadogTag(value);
  return REFERENCES.has(key) ? value.replace(':default/', ':') : value;
}

function list(key: string, values: readonly unknown[]): unknown[] {
  const items = values.map((value) => item(key, value)).filter((value) => !isEmpty(value));
  const byText = new Map(items.map((value) => [toJson(value), value]));
  return [...byText.keys()].toSorted().map((text) => byText.get(text));
}

/**
 * A catalog document with one form for everything Datadog takes for the same: tags as it stores them, lists sorted and
 * without repetitions, references without the default namespace, nothing empty and nothing the server fills in.
 */
export function canonical(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const members = Object.entries(value).flatMap(([key, member]): [string, unknown][] => {
    if (DROPPED.has(key) || (key === 'namespace' && member === 'default')) return [];
    const kept = OPAQUE.has(key) ? member : Array.isArray(member) ? list(key, member) : canonical(member);
    return isEmpty(kept) ? [] : [[key, kept]];
  });
  return Object.fromEntries(members);
}
