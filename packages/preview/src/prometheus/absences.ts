import { metricName, parse, walk } from '@binnacle/promql';
import type { Samples } from './samples.ts';

/** What is said of metrics in a query that have no samples, and whether any other metric in it has some. */
export interface Absences {
  readonly messages: readonly string[];
  /** What is said of those that have some. */
  readonly notes: readonly string[];
  readonly isAll: boolean;
}

/** Looks up every metric a query names. A query that asks for nothing but absences is about them, and has none. */
export function absencesIn(query: string, { absence, note }: Pick<Samples, 'absence' | 'note'>): Absences {
  const messages = new Map<string, string | undefined>();
  walk(parse(query, { variables: false }).expr, (node) => {
    if (node.type === 'Call' && node.func.startsWith('absent')) return false;
    if (node.type !== 'VectorSelector') return true;
    const name = metricName(node);
    if (name !== undefined && !messages.has(name)) messages.set(name, absence(name));
    return true;
  });
  const found = [...messages.values()].filter((message) => message !== undefined);
  const notes = [...messages.keys()].map((name) => note?.(name)).filter((text) => text !== undefined);
  return { messages: found, notes, isAll: found.length > 0 && found.length === messages.size };
}
