import { compact } from '../histogram/arithmetic.ts';
import { formatShortest } from '../../number.ts';
import { formatHistogram } from '../histogram/format.ts';
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

/** Relative difference that Prometheus's own runner lets pass; some files give their values to no more digits. */
export const PROMETHEUS_TOLERANCE = 1e-6;
/** Relative difference that is told in the report. */
export const TOLERANCE = 1e-9;

/** Whether a value is the expected one, to the tolerance or, where these are many and yet fewer, to the digits that are written. */
export function almostEqual(expected: number, actual: number, text: string, tolerance: number): boolean {
  if (Number.isNaN(expected) || Number.isNaN(actual)) return Number.isNaN(expected) && Number.isNaN(actual);
  if (expected === actual) return true;
  const digits = text
    .replace(/e.*$/i, '')
    .replace(/^[+-]?0*\.?0*/, '')
    .replaceAll(/\D/g, '').length;
  const written = digits >= 6 && text.includes('.') ? 10 ** (1 - digits) : 0;
  const difference = Math.abs(expected - actual);
  // Next to zero nothing is relative.
  if (expected === 0 || actual === 0) return difference < 1e-15;
  const size = Math.min(Math.abs(expected) + Math.abs(actual), Number.MAX_VALUE);
  return difference / size < Math.max(tolerance, written);
}

function sameHistograms(expected: Histogram, actual: Histogram, hinted: boolean, tolerance: number): boolean {
  const a = compact(expected);
  const b = compact(actual);
  const close = (x: number, y: number) => almostEqual(x, y, '', tolerance);
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
  tolerance: number,
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
      if (sample === undefined || sample.time !== time || !isExpected(point, sample, tolerance)) {
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

function isExpected(point: Point, { value, histogram }: ActualSample, tolerance: number): boolean {
  if (point.kind === 'histogram')
    return histogram !== undefined && sameHistograms(point.histogram, histogram, point.hinted, tolerance);
  return point.kind === 'float' && histogram === undefined && almostEqual(point.value, value, point.text, tolerance);
}

export function show(labels: Labels): string {
  const { __name__: name = '', ...rest } = labels;
  return `${name}{${Object.entries(rest)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(', ')}}`;
}

function showSample(sample: ActualSample | undefined): string {
  if (sample === undefined) return 'absent';
  return sample.histogram === undefined ? formatShortest(sample.value) : showHistogram(sample.histogram);
}

function showPoint(point: Point): string {
  if (point.kind === 'histogram') return showHistogram(point.histogram);
  return point.kind === 'float' ? formatShortest(point.value) : point.kind;
}

function showHistogram(histogram: Histogram): string {
  return `${formatHistogram(histogram)} schema ${histogram.schema} ${histogram.hint}`;
}
