import { parse } from '../../parse.ts';
import { addHistograms, subtractHistograms } from '../histogram/arithmetic.ts';
import type { Histogram } from '../histogram/histogram.ts';
import type { Labels } from '../labels.ts';
import { parseHistogramLiteral, parseValue } from './histogram-literal.ts';

/** One place of a series: a float, a histogram, nothing, or the end of the series. */
export type Point =
  | {
      readonly kind: 'float';
      readonly value: number;
      /** As written, for the precision it claims. */ readonly text: string;
    }
  | { readonly kind: 'histogram'; readonly histogram: Histogram; readonly hinted: boolean }
  | { readonly kind: 'gap' }
  | { readonly kind: 'stale' };

export interface SeriesLiteral {
  readonly labels: Labels;
  readonly points: readonly Point[];
}

/** More points than this are a mistake, not a test. */
const MAX_POINTS = 10_000_000;
const NUMBER = String.raw`[+-]?(?:inf|nan|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)`;
const FLOATS = new RegExp(`^(${NUMBER})(?:([+-](?:inf|nan|(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?))?x(\\d+))?$`, 'i');
const HISTOGRAMS = /^\{\{(.*?)\}\}(?:(?:([+-])\{\{(.*?)\}\})?x(\d+))?$/;

/**
 * A series in Prometheus's test notation: `http_requests{job="api"} 0+10x5 _ stale {{schema:0 sum:1 count:1}}`. `a+bxn` is a,
 * then n more, each b larger; `axn` is a n+1 times; `_` is a gap. An error is a text.
 */
export function parseSeriesLiteral(line: string): SeriesLiteral | string {
  const end = seriesEnd(line);
  const labels = parseSeriesLabels(line.slice(0, end));
  if (typeof labels === 'string') return labels;
  const points: Point[] = [];
  for (const token of line.slice(end).match(/\{\{.*?\}\}(?:[+-]\{\{.*?\}\})?(?:x\d+)?|\S+/g) ?? []) {
    const more = expand(token);
    if (typeof more === 'string') return more;
    if (points.length + more.length > MAX_POINTS) return `more than ${MAX_POINTS} points`;
    for (const point of more) points.push(point);
  }
  return { labels, points };
}

/** Where the name and labels end: after the braces, or at the first space when there are none. */
function seriesEnd(line: string): number {
  const brace = line.indexOf('{');
  const space = line.search(/\s/);
  const name = space < 0 ? line.length : space;
  if (brace < 0 || line.startsWith('{{', brace) || (brace > name && line.slice(name, brace).trim() !== '')) return name;
  let quoted = '';
  for (let i = brace; i < line.length; i++) {
    const char = line[i] ?? '';
    if (quoted !== '') {
      if (char === '\\' && quoted !== '`') i++;
      else if (char === quoted) quoted = '';
    } else if (char === '"' || char === "'" || char === '`') quoted = char;
    else if (char === '}') return i + 1;
  }
  return line.length;
}

/** Labels of `name{label="value"}`; an error is a text. */
function parseSeriesLabels(text: string): Labels | string {
  if (/^\s*\{\s*\}\s*$/.test(text)) return {};
  const { expr, errors } = parse(text, { variables: false });
  const wrong = errors.find(({ message }) => message !== 'this selects every series there is');
  if (wrong !== undefined || expr.type !== 'VectorSelector') return `${text}: ${wrong?.message ?? 'no series'}`;
  const labels: Record<string, string> = {};
  if (expr.name !== undefined) labels['__name__'] = expr.name;
  for (const { label, op, value } of expr.matchers) {
    if (op !== '=') return `${text}: labels of a series are set with =`;
    labels[label] = value;
  }
  return labels;
}

function expand(token: string): readonly Point[] | string {
  if (token === '_') return [{ kind: 'gap' }];
  if (token === 'stale') return [{ kind: 'stale' }];
  const gaps = /^_x(\d+)$/.exec(token);
  if (gaps !== null) return repeat({ kind: 'gap' }, Number(gaps[1]));
  if (token.startsWith('{{')) return expandHistograms(token);
  const match = FLOATS.exec(token);
  if (match === null) return `${token} is no value; write a number, a+bxn, _, stale or {{…}}`;
  const [, first = '', step, times = '0'] = match;
  if (Number(times) > MAX_POINTS) return `more than ${MAX_POINTS} points`;
  const points: Point[] = [];
  let value = parseValue(first);
  for (let i = 0; i <= Number(times); i++) {
    points.push({ kind: 'float', value, text: first });
    if (step !== undefined) value += parseValue(step);
  }
  return points;
}

function repeat(point: Point, times: number): readonly Point[] | string {
  return times > MAX_POINTS ? `more than ${MAX_POINTS} points` : Array.from({ length: times }, () => point);
}

function expandHistograms(token: string): readonly Point[] | string {
  const match = HISTOGRAMS.exec(token);
  if (match === null) return `${token} is no histogram; write {{schema:0 sum:1 count:1}}`;
  const [, body = '', sign, stepBody, times = '0'] = match;
  const first = parseHistogramLiteral(body);
  if (typeof first === 'string') return first;
  const step = stepBody === undefined ? undefined : parseHistogramLiteral(stepBody);
  if (typeof step === 'string') return step;
  const combine = sign === '-' ? subtractHistograms : addHistograms;
  const points: Point[] = [];
  let { histogram } = first;
  for (let i = 0; i <= Number(times); i++) {
    points.push({ kind: 'histogram', histogram, hinted: first.hinted });
    if (step === undefined) continue;
    const next = combine(histogram, step.histogram)?.histogram;
    if (next === undefined) return `${token} mixes exponential and custom buckets`;
    histogram = next;
  }
  return points;
}
