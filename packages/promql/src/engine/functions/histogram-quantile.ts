import type { Call, Span } from '../../ast.ts';
import { columnsOf, scalarsOf, textOf } from '../evaluate/operands.ts';
import { forMetric, type Frame, info, noted, warn } from '../evaluate/query.ts';
import type { Value } from '../evaluate/value.ts';
import { classicQuantile, type Repair, tidy } from './classic-histogram.ts';
import { computeHistograms, type HistogramCompute } from './histogram-series.ts';
import { argument } from './times.ts';
import { formatShortest } from '../../number.ts';
import { histogramQuantile } from '../histogram/quantile.ts';

/** One quantile of each histogram. */
export function histogramQuantileCall(call: Call, frame: Frame): Value {
  const q = scalarsOf(argument(call, 0), frame);
  const vector = argument(call, 1);
  checkQuantiles(q, frame, argument(call, 0).span);
  return computeHistograms(frame, columnsOf(vector, frame), vector.span, [
    quantileOf(q, frame, vector.span, vector.span),
  ]);
}

/** Several quantiles of each histogram, each with its φ in a label. */
export function histogramQuantiles(call: Call, frame: Frame): Value {
  const vector = argument(call, 0);
  const label = textOf(argument(call, 1));
  const computes = call.args.slice(2).map((arg): HistogramCompute => {
    const q = scalarsOf(arg, frame);
    checkQuantiles(q, frame, arg.span);
    const compute = quantileOf(q, frame, vector.span, argument(call, 1).span);
    return { ...compute, labels: (step) => ({ [label]: openMetricsNumber(q[step] ?? NaN) }) };
  });
  return computeHistograms(frame, columnsOf(vector, frame), vector.span, computes);
}

/** A float as OpenMetrics writes it in `le` and `quantile`: whole numbers with `.0`. */
function openMetricsNumber(value: number): string {
  const text = formatShortest(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function checkQuantiles(q: Float64Array, { query }: Frame, span: Span): void {
  for (const value of q) {
    if (!(value >= 0 && value <= 1)) {
      warn(query, `quantile value should be between 0 and 1, got ${formatShortest(value)}`, span);
    }
  }
}

function quantileOf(q: Float64Array, frame: Frame, span: Span, repairSpan: Span): HistogramCompute {
  const { query } = frame;
  /** What was repaired, for one note per metric. */
  const repairs = new Map<string, Repairs>();
  return {
    native: (histogram, step, name) => {
      const { value, nan } = histogramQuantile(q[step] ?? NaN, histogram);
      if (nan !== undefined) {
        const what = nan === 'result' ? 'result is NaN' : 'result is skewed higher';
        info(query, `input to histogram_quantile has NaN observations, ${what}${forMetric(name)}`, span);
      }
      return value;
    },
    classic: (buckets, step, name) => {
      const { buckets: tidied, repair } = tidy(buckets);
      if (repair !== undefined) {
        const at = frame.start + step * frame.step;
        const known = repairs.get(name);
        if (known !== undefined) query.infos.delete(noted(query, repairMessage(known, name), repairSpan));
        const merged = known === undefined ? { repair, from: at, to: at, samples: 1 } : mergeRepairs(known, repair, at);
        repairs.set(name, merged);
        query.infos.add(noted(query, repairMessage(merged, name), repairSpan));
      }
      return classicQuantile(q[step] ?? NaN, tidied);
    },
  };
}

interface Repairs {
  readonly repair: Repair;
  readonly from: number;
  readonly to: number;
  readonly samples: number;
}

function mergeRepairs(known: Repairs, { lowest, highest, largest }: Repair, at: number): Repairs {
  return {
    repair: {
      lowest: Math.min(known.repair.lowest, lowest),
      highest: Math.max(known.repair.highest, highest),
      largest: Math.max(known.repair.largest, largest),
    },
    from: Math.min(known.from, at),
    to: Math.max(known.to, at),
    samples: known.samples + 1,
  };
}

function repairMessage({ repair, from, to, samples }: Repairs, name: string): string {
  const when =
    samples === 1 ? `at ${isoTime(from)}` : `over ${samples} samples from ${isoTime(from)} to ${isoTime(to)}`;
  return (
    'input to histogram_quantile needed to be fixed for monotonicity ' +
    '(see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile), ' +
    `from buckets ${formatShortest(repair.lowest)} to ${formatShortest(repair.highest)}, ` +
    `with a max diff of ${formatShortest(Number(repair.largest.toPrecision(2)))}, ${when}${forMetric(name)}`
  );
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
