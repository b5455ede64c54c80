import { formatNumber } from '@binnacle/promql';
import {
  ascendingBuckets,
  CUSTOM_SCHEMA,
  type Histogram,
  type InstantAnswer,
  type InstantSample,
  type MatrixResult,
  type RangeAnswer,
  type SeriesResult,
} from '@binnacle/promql/engine';

/** A sample value as Prometheus's JSON has it: shortest digits, an exponent for what is very large or very small. */
export function valueText(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || !Number.isFinite(value) || (size >= 1e-6 && size < 1e21)) return formatNumber(value);
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

/** How a bucket's bounds belong to it, in Prometheus's numbering. */
const UPPER = 0;
const LOWER = 1;
const BOTH = 3;

/** A native histogram as Prometheus's JSON has it: buckets that count nothing are left out. */
export function histogramJson(histogram: Histogram): object {
  const buckets = ascendingBuckets(histogram)
    .filter(({ count }) => count !== 0)
    .map(({ lower, upper, count }) => {
      const isZero = lower < 0 && upper > 0 && histogram.schema !== CUSTOM_SCHEMA;
      const bounds = isZero ? BOTH : upper <= 0 && lower < 0 && histogram.schema !== CUSTOM_SCHEMA ? LOWER : UPPER;
      return [bounds, valueText(lower), valueText(upper), valueText(count)] as const;
    });
  return {
    count: valueText(histogram.count),
    sum: valueText(histogram.sum),
    ...(buckets.length > 0 && { buckets }),
  };
}

function sampleJson({ labels, value, histogram }: InstantSample, seconds: number): object {
  if (histogram !== undefined) return { metric: labels, histogram: [seconds, histogramJson(histogram)] };
  return { metric: labels, value: [seconds, valueText(value)] };
}

function seriesJson({ labels, times, values, histograms }: SeriesResult): object {
  const floats: [number, string][] = [];
  const native: [number, object][] = [];
  for (const [i, time] of times.entries()) {
    const histogram = histograms?.[i];
    if (histogram === undefined) floats.push([time / 1000, valueText(values[i] ?? NaN)]);
    else native.push([time / 1000, histogramJson(histogram)]);
  }
  return {
    metric: labels,
    ...(floats.length > 0 && { values: floats }),
    ...(native.length > 0 && { histograms: native }),
  };
}

function matrixJson({ series }: MatrixResult): object {
  return { resultType: 'matrix', result: series.map(seriesJson) };
}

type Result = Extract<InstantAnswer | RangeAnswer, { ok: true }>['result'];

/** The `data` of an answer to a query. `time` is that of an instant query, Unix milliseconds. */
export function resultJson(result: Result, time: number): object {
  const seconds = time / 1000;
  switch (result.type) {
    case 'matrix':
      return matrixJson(result);
    case 'vector':
      return { resultType: 'vector', result: result.samples.map((sample) => sampleJson(sample, seconds)) };
    case 'scalar':
      return { resultType: 'scalar', result: [seconds, valueText(result.value)] };
    case 'string':
      return { resultType: 'string', result: [seconds, result.value] };
    default:
      return result satisfies never;
  }
}
