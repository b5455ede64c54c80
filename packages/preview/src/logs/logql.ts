import { type Matcher, parse } from '@binnacle/promql';

/** A condition on the text of a line. */
export interface LineFilter {
  readonly op: '|=' | '!=' | '|~' | '!~';
  readonly text: string;
}

/** Streams, and what of their lines is meant. */
export interface LogSelector {
  readonly matchers: readonly Matcher[];
  readonly filters: readonly LineFilter[];
}

export type LogFunction = 'bytes_over_time' | 'bytes_rate' | 'count_over_time' | 'rate';

/** A function of lines over time within a query, and the name that stands for it there. */
export interface LogRange {
  readonly name: string;
  readonly func: LogFunction;
  readonly selector: LogSelector;
  /** Milliseconds. */
  readonly range: number;
}

/** A query of logs: lines, or numbers made of them by what is PromQL but for the names of its ranges. */
export type LogQuery =
  | { readonly kind: 'lines'; readonly selector: LogSelector }
  | { readonly kind: 'numbers'; readonly promql: string; readonly ranges: readonly LogRange[] };

/** What of LogQL is not evaluated on sample data, in one line. */
export class LogqlError extends Error {
  override readonly name = 'LogqlError';
}

const KNOWN = 'stream selectors, |= != |~ !~, and count_over_time, rate, bytes_over_time and bytes_rate of them';
const RANGE = /\b(count_over_time|rate|bytes_over_time|bytes_rate)\s*\(\s*(?=\{)/g;
const FILTER = /^\s*(\|=|\|~|!=|!~)\s*("(?:[^"\\]|\\.)*"|`[^`]*`)/;

function unsupported(text: string): LogqlError {
  return new LogqlError(`sample logs know ${KNOWN}; not ${JSON.stringify(text.trim().slice(0, 40))}`);
}

function isFilterOp(op: string): op is LineFilter['op'] {
  return ['|=', '!=', '|~', '!~'].includes(op);
}

function isLogFunction(name: string): name is LogFunction {
  return ['bytes_over_time', 'bytes_rate', 'count_over_time', 'rate'].includes(name);
}

/** Where the braces that open at a place end; texts in them may hold braces. */
function endOfBraces(text: string, start: number): number {
  const [inside = ''] = /^\{(?:[^{}"`]|"(?:[^"\\]|\\.)*"|`[^`]*`)*\}/.exec(text.slice(start)) ?? [];
  if (inside === '')
    throw new LogqlError(`no stream selector begins with ${JSON.stringify(text.slice(start, start + 40))}`);
  return start + inside.length;
}

function textOf(quoted: string): string {
  if (quoted.startsWith('`')) return quoted.slice(1, -1);
  return quoted
    .slice(1, -1)
    .replaceAll(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char === 't' ? '\t' : char));
}

/** A selector with its filters at a place, and where it ends. */
function readSelector(text: string, start: number): { readonly selector: LogSelector; readonly end: number } {
  const braces = endOfBraces(text, start);
  const { expr, errors } = parse(`logs${text.slice(start, braces)}`, { variables: false });
  const [error] = errors;
  if (error !== undefined || expr.type !== 'VectorSelector')
    throw new LogqlError(`${text.slice(start, braces)} is no stream selector: ${error?.message ?? 'it is none'}`);
  const filters: LineFilter[] = [];
  let end = braces;
  for (let found = FILTER.exec(text.slice(end)); found !== null; found = FILTER.exec(text.slice(end))) {
    const [whole, op = '', quoted = ''] = found;
    if (isFilterOp(op)) filters.push({ op, text: textOf(quoted) });
    end += whole.length;
  }
  return { selector: { matchers: expr.matchers, filters }, end };
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

function durationOf(text: string): number {
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0),
    0,
  );
}

/** Reads a query of logs. @throws LogqlError for what is not evaluated on sample data */
export function parseLogql(query: string): LogQuery {
  const text = query.trim();
  if (text.startsWith('{')) {
    const { selector, end } = readSelector(text, 0);
    if (text.slice(end).trim() !== '') throw unsupported(text.slice(end));
    return { kind: 'lines', selector };
  }
  const ranges: LogRange[] = [];
  let promql = '';
  let at = 0;
  RANGE.lastIndex = 0;
  for (let found = RANGE.exec(text); found !== null; found = RANGE.exec(text)) {
    const { selector, end } = readSelector(text, RANGE.lastIndex);
    const [whole, duration = ''] = /^\s*\[([^\]]+)\]\s*\)/.exec(text.slice(end)) ?? [];
    const range = durationOf(duration);
    if (whole === undefined || range <= 0) throw unsupported(text.slice(end));
    const name = `binnacle_logs_${ranges.length}`;
    const [, func = ''] = found;
    if (isLogFunction(func)) ranges.push({ name, func, selector, range });
    promql += text.slice(at, found.index) + name;
    at = end + whole.length;
    RANGE.lastIndex = at;
  }
  if (ranges.length === 0) throw unsupported(text);
  return { kind: 'numbers', promql: promql + text.slice(at), ranges };
}
