import type { DataSourceQuery } from '../queries/query.ts';

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** The queries with a refId each: their own, or the next free letter. @throws when two share one. */
export function withRefIds(title: string, queries: readonly DataSourceQuery[]): readonly DataSourceQuery[] {
  const taken = new Set<string>();
  for (const { refId } of queries) {
    if (refId === undefined) continue;
    if (taken.has(refId)) throw new Error(`panel "${title}": two queries have refId ${refId}; give each its own`);
    taken.add(refId);
  }
  let next = 0;
  return queries.map((query) => {
    if (query.refId !== undefined) return query;
    let refId = letters(next++);
    while (taken.has(refId)) refId = letters(next++);
    return { ...query, refId };
  });
}
