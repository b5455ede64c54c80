import type { Difference, QueryComparison } from '../../../diff/difference.ts';
import { match } from '../../../diff/match.ts';
import { changedText, code, partsText } from '../../../diff/words.ts';
import { compareOptions } from './options.ts';
import type { QueryView } from './view.ts';

/** What a difference of one panel says; which panel it is, is filled in. */
export type PanelPart = Pick<Difference, 'path' | 'text' | 'reach'>;

/** What queries are compared with, and the titles that name the series of a panel where nothing else does. */
export interface QueryContext {
  readonly queries: QueryComparison;
  readonly titles: readonly [before: string, after: string];
}

function compareQuery(before: QueryView, after: QueryView, { queries, titles }: QueryContext): PanelPart[] {
  const { path } = after;
  const name = queryName(after);
  const parts = queries(before.text, after.text);
  const isTitle = before.legend === titles[0] && after.legend === titles[1];
  const legend = changedText('legend', before.legend, after.legend, code);
  return [
    ...(parts === undefined ? [] : [{ path, text: `${name} ${partsText(parts)}`, reach: 'data' as const }]),
    ...(before.legend === after.legend || isTitle
      ? []
      : [{ path, text: `${name}: ${legend}`, reach: 'appearance' as const }]),
    ...compareOptions(before.options, after.options).map(({ text }): PanelPart => ({
      path,
      text: `${name}: ${text}`,
      reach: 'data',
    })),
  ];
}

/** A datasource that all queries of a panel left for another. */
function datasources(pairs: readonly (readonly [QueryView, QueryView])[]): PanelPart[] {
  const changed = pairs.filter(([a, b]) => a.datasource !== b.datasource);
  const texts = new Map(changed.map(([a, b]) => [`${a.datasource} → ${b.datasource}`, b.path]));
  const isAll = texts.size === 1 && changed.length === pairs.length;
  return isAll
    ? [...texts].map(([text, path]) => ({ path, text: `datasource ${text}`, reach: 'data' }))
    : changed.map(([a, b]) => ({
        path: b.path,
        text: `${queryName(b)}: datasource ${a.datasource} → ${b.datasource}`,
        reach: 'data',
      }));
}

/** `query A`; a lone one may have no letter. */
function queryName({ refId }: QueryView): string {
  return refId === '' ? 'query' : `query ${refId}`;
}

function whole(query: QueryView): string {
  return query.text === '' ? queryName(query) : `${queryName(query)} ${code(query.text)}`;
}

/** What changed in the queries of a panel. What they are called does not count; the same query under another letter is the same. */
export function compareQueries(
  before: readonly QueryView[],
  after: readonly QueryView[],
  context: QueryContext,
): PanelPart[] {
  const { queries } = context;
  const { pairs, added, removed } = match(before, after, [
    (a, b) =>
      Number(a.text !== '' && a.text === b.text) * (1 + Number(a.refId === b.refId) + Number(a.legend === b.legend)),
    (a, b) => Number(a.text !== '' && queries(a.text, b.text) === undefined),
    (a, b) => Number(a.refId === b.refId),
    () => 1,
  ]);
  return [
    ...pairs.flatMap(([a, b]) => compareQuery(a, b, context)),
    ...datasources(pairs),
    ...added.map((query): PanelPart => ({
      path: query.path,
      text: `${whole(query)} added`,
      reach: 'data',
    })),
    ...removed.map((query): PanelPart => ({
      path: query.path,
      text: `${whole(query)} removed`,
      reach: 'data',
    })),
  ];
}
