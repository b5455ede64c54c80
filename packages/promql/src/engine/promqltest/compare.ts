import { compact } from '../histogram/arithmetic.ts';
import { formatHistogram, shortNumber } from '../histogram/format.ts';
import type { Histogram } from '../histogram/histogram.ts';
import { labelSet, type Labels } from '../labels.ts';
import type { Point, SeriesLiteral } from '../notation/series-literal.ts';

/** A sample of a result. */
export interface ActualSample {
  readonly time: number;
  readonly value: number;
  readonly histogram: Histogram | undefined;
}

export interface ActualSeries {
  readonly labels: Labels;
  readonly samples: readonly ActualSample[];
}

const RELATIVE = 1e-9;

/** Whether a value is the expected one: to 1e-9, or to as many digits as are written when these are many and yet fewer. */
export function almostEqual(expected: number, actual: number, text: string): boolean {
  if (Number.isNaN(expected) || Number.isNaN(actual)) return Number.isNaN(expected) && Number.isNaN(actual);
  if (expected === actual) return true;
  const digits = text
    .replace(/e.*$/i, '')
    .replace(/^[+-]?0*\.?0*/, '')
    .replaceAll(/\D/g, '').length;
  const tolerance = digits >= 6 && text.includes('.') ? Math.max(RELATIVE, 10 ** (1 - digits)) : RELATIVE;
  const difference = Math.abs(expected - actual);
  const size = Math.abs(expected) + Math.abs(actual);
  // Next to zero nothing is relative: 1e-300 of a smallest float is enough, as is rounding around 1.
  if (expected === 0 || actual === 0) return difference < 1e-15;
  return difference / Math.min(size, Number.MAX_VALUE) < tolerance;
}

function sameHistograms(expected: Histogram, actual: Histogram, hinted: boolean): boolean {
  const a = compact(expected);
  const b = compact(actual);
  const close = (x: number, y: number) => almostEqual(x, y, String(x));
  return (
    a.schema === b.schema &&
    close(a.count, b.count) &&
    close(a.sum, b.sum) &&
    close(a.zeroCount, b.zeroCount) &&
    close(a.zeroThreshold, b.zeroThreshold) &&
    (!hinted || a.hint === b.hint) &&
    a.customBounds.length === b.customBounds.length &&
    a.customBounds.every((bound, i) => bound === b.customBounds[i]) &&
    (['positive', 'negative'] as const).every(
      (side) =>
        a[side].index.length === b[side].index.length &&
        a[side].index.every(
          (index, i) => index === b[side].index[i] && close(a[side].count[i] ?? 0, b[side].count[i] ?? 0),
        ),
    )
  );
}

/** What is wrong with a result; nothing when it is as expected. `times` are those of the expected points. */
export function differences(
  expected: readonly SeriesLiteral[],
  actual: readonly ActualSeries[],
  times: readonly number[],
): readonly string[] {
  const wrong: string[] = [];
  const byKey = new Map(actual.map((series) => [labelSet(series.labels).key, series]));
  const seen = new Set<string>();
  for (const { labels, points } of expected) {
    const { key } = labelSet(labels);
    seen.add(key);
    const found = byKey.get(key);
    const wanted = points.flatMap((point, i) => (point.kind === 'gap' ? [] : [{ point, time: times[i] ?? NaN }]));
    if (found === undefined) {
      if (wanted.length > 0) wrong.push(`no series ${show(labels)}`);
      continue;
    }
    if (found.samples.length !== wanted.length) {
      wrong.push(`${show(labels)} has ${found.samples.length} samples, expected ${wanted.length}`);
      continue;
    }
    for (const [i, { point, time }] of wanted.entries()) {
      const sample = found.samples[i];
      if (sample === undefined || sample.time !== time || !isExpected(point, sample)) {
        wrong.push(`${show(labels)} at ${time} ms is ${showSample(sample)}, expected ${showPoint(point)}`);
      }
    }
  }
  for (const [key, { labels, samples }] of byKey) {
    if (!seen.has(key)) wrong.push(`unexpected series ${show(labels)} ${showSample(samples[0])}`);
  }
  if (byKey.size !== actual.length) wrong.push('the same series twice');
  return wrong;
}

function isExpected(point: Point, { value, histogram }: ActualSample): boolean {
  if (point.kind === 'histogram')
    return histogram !== undefined && sameHistograms(point.histogram, histogram, point.hinted);
  return point.kind === 'float' && histogram === undefined && almostEqual(point.value, value, point.text);
}

export function show(labels: Labels): string {
  const { __name__: name = '', ...rest } = labels;
  return `${name}{${Object.entries(rest)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(', ')}}`;
}

function showSample(sample: ActualSample | undefined): string {
  if (sample === undefined) return 'absent';
  return sample.histogram === undefined ? shortNumber(sample.value) : showHistogram(sample.histogram);
}

function showPoint(point: Point): string {
  if (point.kind === 'histogram') return showHistogram(point.histogram);
  return point.kind === 'float' ? shortNumber(point.value) : point.kind;
}

function showHistogram(histogram: Histogram): string {
  return `${formatHistogram(histogram)} schema ${histogram.schema} ${histogram.hint}`;
}
