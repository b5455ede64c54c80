import type { Difference, QueryComparison } from '../../../diff/difference.ts';
import { changeOf } from '../../../diff/labels.ts';
import { match } from '../../../diff/match.ts';
import { code, isNothing, partsText } from '../../../diff/words.ts';
import { compareOptions } from './options.ts';
import type { QueryView } from './view.ts';

/** What a difference of one panel says; which panel it is, is filled in. */
export type PanelPart = Omit<Difference, 'subject'>;

/** Two ways to write nothing in particular. */
function legendText(name: string, before: string, after: string): string {
  if (isNothing(before)) return `${name}: legend ${code(after)} added`;
  return isNothing(after)
    ? `${name}: legend ${code(before)} removed`
    : `${name}: legend ${code(before)} → ${code(after)}`;
}

function compareQuery(before: QueryView, after: QueryView, queries: QueryComparison): PanelPart[] {
  const about = { path: after.path, change: 'changed' } as const;
  const name = `query ${after.refId}`;
  const found: PanelPart[] = [];
  const parts = queries(before.text, after.text);
  if (parts !== undefined) found.push({ ...about, text: `${name} ${partsText(parts)}`, reach: 'data' });
  if (before.legend !== after.legend) {
    const change = changeOf(before.legend, after.legend);
    found.push({ ...about, change, text: legendText(name, before.legend, after.legend), reach: 'appearance' });
  }
  const others = compareOptions(before.options, after.options);
  return [
    ...found,
    ...others.map(({ change, text }): PanelPart => ({ ...about, change, text: `${name}: ${text}`, reach: 'data' })),
  ];
}

/** A datasource that all queries of a panel left for another. */
function datasources(pairs: readonly (readonly [QueryView, QueryView])[]): PanelPart[] {
  const changed = pairs.filter(([a, b]) => a.datasource !== b.datasource);
  const texts = new Map(changed.map(([a, b]) => [`${a.datasource} → ${b.datasource}`, b.path]));
  const isAll = texts.size === 1 && changed.length === pairs.length;
  return isAll
    ? [...texts].map(([text, path]) => ({ path, change: 'changed', text: `datasource ${text}`, reach: 'data' }))
    : changed.map(([a, b]) => ({
        path: b.path,
        change: 'changed',
        text: `query ${b.refId}: datasource ${a.datasource} → ${b.datasource}`,
        reach: 'data',
      }));
}

function whole({ refId, text }: QueryView): string {
  return `query ${refId}${text === '' ? '' : ` ${code(text)}`}`;
}

/** What changed in the queries of a panel. What they are called does not count; the same query under another letter is the same. */
export function compareQueries(
  before: readonly QueryView[],
  after: readonly QueryView[],
  queries: QueryComparison,
): PanelPart[] {
  const { pairs, added, removed } = match(before, after, [
    (a, b) =>
      Number(a.text !== '' && a.text === b.text) * (1 + Number(a.refId === b.refId) + Number(a.legend === b.legend)),
    (a, b) => Number(a.text !== '' && queries(a.text, b.text) === undefined),
    (a, b) => Number(a.refId === b.refId),
    () => 1,
  ]);
  return [
    ...pairs.flatMap(([a, b]) => compareQuery(a, b, queries)),
    ...datasources(pairs),
    ...added.map((query): PanelPart => ({
      path: query.path,
      change: 'added',
      text: `${whole(query)} added`,
      reach: 'data',
    })),
    ...removed.map((query): PanelPart => ({
      path: query.path,
      change: 'removed',
      text: `${whole(query)} removed`,
      reach: 'data',
    })),
  ];
}
