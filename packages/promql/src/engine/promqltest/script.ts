import { parseDuration } from '../../duration.ts';
import { parseSeriesLiteral, type SeriesLiteral } from '../notation/series-literal.ts';

/** What a message has to be, to be the expected one. */
export interface Expectation {
  readonly kind: 'fail' | 'warn' | 'info' | 'no_warn' | 'no_info';
  readonly message?: string;
  readonly pattern?: string;
}

export interface LoadCommand {
  readonly type: 'load';
  readonly line: number;
  /** Milliseconds between two points. */
  readonly interval: number;
  /** Classic histograms are loaded as native ones with custom buckets as well. */
  readonly withNhcb: boolean;
  readonly series: readonly SeriesLiteral[];
}

export interface EvalCommand {
  readonly type: 'eval';
  readonly line: number;
  readonly query: string;
  /** Milliseconds; an instant query has no step. */
  readonly start: number;
  readonly end: number;
  readonly step?: number;
  readonly expectations: readonly Expectation[];
  readonly ordered: boolean;
  readonly series: readonly SeriesLiteral[];
  readonly scalar?: { readonly value: number; readonly text: string };
  readonly string?: string;
  /** The times of the points of an expected range vector. */
  readonly rangeVector?: { readonly start: number; readonly end: number; readonly step: number };
}

export interface ClearCommand {
  readonly type: 'clear';
  readonly line: number;
}

/** A line that could not be read. */
export interface UnreadCommand {
  readonly type: 'unread';
  readonly line: number;
  readonly problem: string;
}

export type Command = LoadCommand | EvalCommand | ClearCommand | UnreadCommand;

/** Commands of a script in Prometheus's test language. */
export function parseScript(text: string): readonly Command[] {
  const lines = text.split('\n').map((line) => {
    const trimmed = line.trim();
    return trimmed.startsWith('#') ? '' : trimmed;
  });
  const commands: Command[] = [];
  for (let i = 0; i < lines.length; i++) {
    const head = lines[i] ?? '';
    if (head === '') continue;
    const number = i + 1;
    if (head === 'clear') {
      commands.push({ type: 'clear', line: number });
      continue;
    }
    const block: string[] = [];
    while (i + 1 < lines.length && lines[i + 1] !== '') block.push(lines[++i] ?? '');
    if (head.startsWith('load')) commands.push(parseLoad(head, block, number));
    else if (head.startsWith('eval')) commands.push(parseEval(head, block, number));
    else commands.push({ type: 'unread', line: number, problem: `${head} is no command; write load, eval or clear` });
  }
  return commands;
}

function parseLoad(head: string, block: readonly string[], line: number): Command {
  const match = /^load(_with_nhcb)?\s+(\S+)$/.exec(head);
  const interval = time(match?.[2]);
  if (match === null || interval === undefined) return unread(line, `${head}: write load 1m`);
  const series = allSeries(block);
  if (typeof series === 'string') return unread(line, series);
  return { type: 'load', line, interval, withNhcb: match[1] !== undefined, series };
}

function unread(line: number, problem: string): UnreadCommand {
  return { type: 'unread', line, problem };
}

function allSeries(block: readonly string[]): readonly SeriesLiteral[] | string {
  const series: SeriesLiteral[] = [];
  for (const text of block) {
    const one = parseSeriesLiteral(text);
    if (typeof one === 'string') return one;
    series.push(one);
  }
  return series;
}

/** Milliseconds of `5m`, `90` (seconds) or `0`. */
function time(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) * 1000 : undefined;
  if (seconds !== undefined) return seconds;
  const ms = parseDuration(text.replace(/^-/, ''));
  return ms === undefined ? undefined : text.startsWith('-') ? -ms : ms;
}

const INSTANT = /^eval(?:_(fail|warn|info|ordered))?\s+instant\s+at\s+(\S+)\s+(.+)$/;
const RANGE = /^eval(?:_(fail|warn|info|ordered))?\s+range\s+from\s+(\S+)\s+to\s+(\S+)\s+step\s+(\S+)\s+(.+)$/;

function parseEval(head: string, block: readonly string[], line: number): Command {
  const instant = INSTANT.exec(head);
  const range = RANGE.exec(head);
  const modifier = (instant ?? range)?.[1];
  const start = time(instant?.[2] ?? range?.[2]);
  const end = instant === null ? time(range?.[3]) : start;
  const step = range === null ? undefined : time(range[4]);
  const query = instant?.[3] ?? range?.[5];
  if (query === undefined || start === undefined || end === undefined || (range !== null && step === undefined)) {
    return unread(line, `${head}: write eval instant at 5m <query>, or eval range from 0 to 5m step 1m <query>`);
  }
  const expected: Mutable = { expectations: [], ordered: modifier === 'ordered', series: [] };
  if (modifier === 'fail' || modifier === 'warn' || modifier === 'info') expected.expectations.push({ kind: modifier });
  for (const text of block) {
    const problem = parseExpected(text, expected);
    if (problem !== undefined) return unread(line, problem);
  }
  return { type: 'eval', line, query, start, end, ...(step === undefined ? {} : { step }), ...expected };
}

interface Mutable {
  expectations: Expectation[];
  ordered: boolean;
  series: SeriesLiteral[];
  scalar?: { readonly value: number; readonly text: string };
  string?: string;
  rangeVector?: { readonly start: number; readonly end: number; readonly step: number };
}

function parseExpected(text: string, expected: Mutable): string | undefined {
  if (text.startsWith('expect')) return parseExpect(text, expected);
  if (/^[+-]?(?:inf|nan|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i.test(text)) {
    const size = text.replace(/^[+-]/, '').toLowerCase();
    const value = size === 'inf' ? Infinity : size === 'nan' ? NaN : Number(size);
    expected.scalar = { value: text.startsWith('-') ? -value : value, text };
    return undefined;
  }
  const series = parseSeriesLiteral(text);
  if (typeof series === 'string') return series;
  expected.series.push(series);
  return undefined;
}

function parseExpect(text: string, expected: Mutable): string | undefined {
  const old = /^expected_fail_(message|regexp)\s+(.*)$/.exec(text);
  if (old !== null) {
    const rest = old[2] ?? '';
    expected.expectations.push({ kind: 'fail', ...(old[1] === 'message' ? { message: rest } : { pattern: rest }) });
    return undefined;
  }
  if (/^expect\s+ordered$/.test(text)) {
    expected.ordered = true;
    return undefined;
  }
  const string = /^expect\s+string\s+(["'`])(.*)\1$/s.exec(text);
  if (string !== null) {
    const body = string[2] ?? '';
    expected.string =
      string[1] === '`'
        ? body
        : body.replaceAll(/\\(.)/g, (_whole, char: string) => ({ n: '\n', t: '\t' })[char] ?? char);
    return undefined;
  }
  const vector = /^expect\s+range\s+vector\s+from\s+(\S+)\s+to\s+(\S+)\s+step\s+(\S+)$/.exec(text);
  if (vector !== null) {
    const [start, end, step] = vector.slice(1).map(time);
    if (start === undefined || end === undefined || step === undefined) return `${text}: write from 0 to 5m step 1m`;
    expected.rangeVector = { start, end, step };
    return undefined;
  }
  const note = /^expect\s+(fail|warn|info|no_warn|no_info)(?:\s+(msg|regex)\s*:\s*(.*))?$/.exec(text);
  if (note === null) return `${text} is no expectation`;
  const [, kind = '', how, rest = ''] = note;
  if (kind !== 'fail' && kind !== 'warn' && kind !== 'info' && kind !== 'no_warn' && kind !== 'no_info') return text;
  expected.expectations.push({
    kind,
    ...(how === 'msg' ? { message: rest } : how === 'regex' ? { pattern: rest } : {}),
  });
  return undefined;
}
