import type { Aggregation, Visualisation } from './reading.ts';
import { type Filter, filterText, readFilter } from './filter.ts';

/** What is explored, as the address has it; what is left out is as usual. */
export interface Question {
  /** `<service>.<metric>` */
  readonly metric?: string;
  /** Id of the reading. */
  readonly reading?: string;
  readonly aggregation?: Aggregation;
  readonly window?: string;
  readonly quantiles?: readonly number[];
  readonly by?: readonly string[];
  readonly where: readonly Filter[];
  readonly visualisation?: Visualisation;
  /** What the panel is called. */
  readonly title?: string;
  /** Queries that were edited as text, in place of those the choices come to. */
  readonly queries?: readonly string[];
}

const AGGREGATIONS: readonly string[] = ['sum', 'avg', 'min', 'max', 'count', 'each'] satisfies readonly Aggregation[];
const VISUALISATIONS: readonly string[] = [
  'timeseries',
  'stacked',
  'stat',
  'bargauge',
  'table',
  'heatmap',
] satisfies readonly Visualisation[];

function isAggregation(text: unknown): text is Aggregation {
  return typeof text === 'string' && AGGREGATIONS.includes(text);
}

/** True for the id of what draws a panel here. */
export function isVisualisation(text: unknown): text is Visualisation {
  return typeof text === 'string' && VISUALISATIONS.includes(text);
}

/** Names of the parameters that a question has in an address. */
const NAMES = ['metric', 'read', 'agg', 'window', 'q', 'by', 'where', 'show', 'title', 'query'] as const;

/** The question of an address. What it says and there is not is left out. */
export function readQuestion(search: URLSearchParams): Question {
  const [metric, reading, aggregation, window, show, title] = ['metric', 'read', 'agg', 'window', 'show', 'title'].map(
    (name) => search.get(name),
  );
  const quantiles = search
    .getAll('q')
    .map(Number)
    .filter((q) => q >= 0 && q <= 1);
  const queries = search.getAll('query');
  return {
    ...(metric ? { metric } : {}),
    ...(reading ? { reading } : {}),
    ...(isAggregation(aggregation) ? { aggregation } : {}),
    ...(window ? { window } : {}),
    ...(quantiles.length === 0 ? {} : { quantiles }),
    // An empty one says that nothing is split where that is not usual.
    ...(search.has('by') ? { by: search.getAll('by').filter((label) => label !== '') } : {}),
    where: search.getAll('where').flatMap((text) => readFilter(text) ?? []),
    ...(isVisualisation(show) ? { visualisation: show } : {}),
    ...(title ? { title } : {}),
    ...(queries.length === 0 ? {} : { queries }),
  };
}

/** The address with another question in it; what else it holds stays. */
export function withQuestion(search: URLSearchParams, question: Question): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of NAMES) next.delete(name);
  const {
    metric,
    reading,
    aggregation,
    window,
    quantiles = [],
    by,
    where,
    visualisation,
    title,
    queries = [],
  } = question;
  const set = (name: string, value: string | undefined): void => {
    if (value !== undefined) next.set(name, value);
  };
  set('metric', metric);
  set('read', reading);
  set('agg', aggregation);
  set('window', window);
  for (const q of quantiles) next.append('q', String(q));
  for (const label of by?.length === 0 ? [''] : (by ?? [])) next.append('by', label);
  for (const filter of where) next.append('where', filterText(filter));
  set('show', visualisation);
  set('title', title);
  for (const query of queries) next.append('query', query);
  return next;
}
