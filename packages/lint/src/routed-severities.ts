import { parseMatchers, type Resource } from '@binnacle/model';
import { at, entries, field, type Json, list, text } from './json.ts';

/** Severities that a matcher names: all that `=~"a|b"` lists. */
function named(op: string, value: string): readonly string[] {
  return op.endsWith('~') ? value.split(/[|()^$]+/).filter((word) => /^[\w-]+$/.test(word)) : [value];
}

function* ofRoute(route: Json): Generator<string> {
  for (const entry of list(field(route, 'matchers'))) {
    for (const { name, op, value } of parseMatchers(text(entry) ?? '') ?? []) {
      if (name === 'severity') yield* named(op, value);
    }
  }
  for (const [key, op] of [
    ['match', '='],
    ['match_re', '=~'],
  ] as const) {
    for (const [name, value] of entries(field(route, key))) {
      if (name === 'severity') yield* named(op, text(value) ?? '');
    }
  }
  for (const child of list(field(route, 'routes'))) yield* ofRoute(child);
}

/** Values of the label `severity` that the routes of a project's Alertmanager configurations name, sorted. */
export function routedSeverities(resources: readonly Resource[]): readonly string[] {
  const configs = resources.filter(({ kind }) => kind === 'AlertmanagerConfig');
  return [...new Set(configs.flatMap((config) => [...ofRoute(at(config.spec, 'route'))]))].toSorted();
}
