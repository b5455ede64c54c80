import { printDuration } from '../../../duration.ts';
import { formatNumber, parseNumber } from '../../../number.ts';
import { parseHistogramLiteral } from '../../notation/histogram-literal.ts';
import { parseSeriesLiteral } from '../../notation/series-literal.ts';
import type { EvaluationOptions } from '../../options.ts';
import { almostEqual } from '../../promqltest/compare.ts';
import { formatHistogram } from '../../histogram/format.ts';
import { dropLabels, labelSet, type Labels } from '../../labels.ts';
import { instant } from '../../query.ts';
import type { InstantSample } from '../../result.ts';
import type { Storage } from '../../storage.ts';
import type { Difference, QueryExpectation } from './unit-test.ts';

/** Relative difference that a fuzzy comparison lets pass. */
const FUZZY = 1e-13;
const WITHOUT_LAST_DIGITS =
  "only the last digits differ: 'fuzzy_compare: true' at the top of the file lets them, here and in promtool 3";

function valueText({ value, histogram }: InstantSample): string {
  return histogram === undefined ? formatNumber(value) : formatHistogram(histogram);
}

function seriesText(labels: Labels): string {
  const { __name__: name = '', ...rest } = labels;
  const pairs = Object.entries(rest).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return name !== '' && pairs.length === 0 ? name : `${name}{${pairs.join(', ')}}`;
}

/** True when a sample has the value that is written; a text says why it cannot be compared. */
function isSame(written: string, sample: InstantSample, isFuzzy: boolean): boolean | string {
  const literal = /^\{\{(.*)\}\}$/.exec(written.trim());
  if (literal !== null) {
    const read = parseHistogramLiteral(literal[1] ?? '');
    if (typeof read === 'string') return read;
    return sample.histogram !== undefined && formatHistogram(read.histogram) === formatHistogram(sample.histogram);
  }
  const value = parseNumber(written.trim());
  if (value === undefined) return `${written} is no number`;
  if (sample.histogram !== undefined) return false;
  return isFuzzy ? almostEqual(value, sample.value, '', FUZZY) : Object.is(value + 0, sample.value + 0);
}

/** In what the answer to a query differs from what is expected, one line each. */
export function sampleProblems(
  { expr, time, samples }: QueryExpectation,
  storage: Storage,
  {
    engine,
    isFuzzy,
    ignored,
  }: {
    readonly engine: EvaluationOptions;
    readonly isFuzzy: boolean;
    /** Names of labels that are not compared. */
    readonly ignored: readonly string[];
  },
): Difference[] {
  const at = `${expr.trim().replaceAll(/\s+/g, ' ')} at ${printDuration(time)}`;
  const answer = instant(expr, storage, { ...engine, time });
  if (!answer.ok) return [{ message: `${at}: ${answer.error.message}` }];
  const { result } = answer;
  if (result.type === 'string' || result.type === 'matrix') {
    const type = result.type === 'matrix' ? 'range' : result.type;
    return [{ message: `${at}: a ${type} is no vector that could be compared` }];
  }
  const found: readonly InstantSample[] =
    result.type === 'scalar' ? [{ labels: {}, value: result.value }] : result.samples;
  const dropped = new Set(ignored);
  const keyOf = (labels: Labels): string => dropLabels(labelSet(labels), dropped).key;
  const left = [...found];
  const problems: Difference[] = [];
  const add = (message: string, fix?: string) =>
    problems.push({ message: `${at}: ${message}`, ...(fix !== undefined && { fix }) });
  for (const { labels, value } of samples) {
    const read = parseSeriesLiteral(`${labels.trim() === '' ? '{}' : labels} _`);
    if (typeof read === 'string') {
      add(`${labels}: ${read}`);
      continue;
    }
    const index = left.findIndex((one) => keyOf(one.labels) === keyOf(read.labels));
    const [sample] = index < 0 ? [] : left.splice(index, 1);
    const same = sample === undefined ? false : isSame(value, sample, isFuzzy);
    if (sample === undefined) add(`no ${seriesText(read.labels)}, ${value} is expected`);
    else if (typeof same === 'string') add(same);
    else if (!same) {
      const fix = isSame(value, sample, true) === true ? WITHOUT_LAST_DIGITS : undefined;
      add(`${seriesText(read.labels)} is ${valueText(sample)}, ${value} is expected`, fix);
    }
  }
  for (const sample of left) {
    add(`${seriesText(sample.labels)} is ${valueText(sample)}, none is expected`);
  }
  return problems;
}
