import type { Difference, QueryComparison, Reach } from '../../../diff/difference.ts';
import { match, moved } from '../../../diff/match.ts';
import { code, partsText } from '../../../diff/words.ts';
import { compareOptions } from './options.ts';
import type { PartView } from './view.ts';

/** All of a part but what it is called. */
function shape({ options, query }: PartView): string {
  const lines = [...options].flatMap(([path, value]) =>
    path === 'label' || path === 'name' ? [] : `${path} ${value}`,
  );
  return [query, ...lines.toSorted()].join('\n');
}

/** What changed among variables, annotations or links: found by name, and renamed ones by all the rest. */
export function compareParts(
  before: readonly PartView[],
  after: readonly PartView[],
  { noun, reach, queries }: { noun: string; reach: Reach; queries: QueryComparison },
): Difference[] {
  const { pairs, added, removed } = match(before, after, [
    (a, b) => Number(a.name === b.name) * (1 + Number(shape(a) === shape(b))),
    (a, b) => Number(shape(a) === shape(b)),
  ]);
  const whole = (part: PartView, change: 'added' | 'removed'): Difference => {
    const query = change === 'added' && part.query !== '' ? `: ${code(part.query)}` : '';
    return { path: part.path, change, subject: `${noun} ${part.name}`, text: `${change}${query}`, reach };
  };
  const reordered = moved(pairs.map(([a, b]) => [before.indexOf(a), b]));
  return [
    ...pairs.flatMap(([a, b]): Difference[] => {
      const about = { path: b.path, change: 'changed', subject: `${noun} ${b.name}`, reach } as const;
      const parts = a.query === b.query ? undefined : queries(a.query, b.query);
      return [
        ...(a.name === b.name ? [] : [{ ...about, text: `renamed from ${a.name}` }]),
        ...(parts === undefined ? [] : [{ ...about, text: `query ${partsText(parts)}` }]),
        ...compareOptions(a.options, b.options).map(({ text }) => ({ ...about, text })),
        ...(reordered.includes(b) ? [{ ...about, text: 'in another place', reach: 'appearance' as const }] : []),
      ];
    }),
    ...added.map((part) => whole(part, 'added')),
    ...removed.map((part) => whole(part, 'removed')),
  ];
}
