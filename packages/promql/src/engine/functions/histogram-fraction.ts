import type { Call } from '../../ast.ts';
import { columnsOf, scalarsOf } from '../evaluate/operands.ts';
import { forMetric, type Frame, info } from '../evaluate/query.ts';
import type { Value } from '../evaluate/value.ts';
import { classicFraction, tidy } from './classic-histogram.ts';
import { computeHistograms } from './histogram-series.ts';
import { argument } from './times.ts';
import { histogramFraction } from '../histogram/quantile.ts';

/** Share of observations between two bounds, of each histogram. */
export function histogramFractionCall(call: Call, frame: Frame): Value {
  const from = scalarsOf(argument(call, 0), frame);
  const to = scalarsOf(argument(call, 1), frame);
  const vector = argument(call, 2);
  return computeHistograms(frame, columnsOf(vector, frame), vector.span, [
    {
      native: (histogram, step, name) => {
        if (Number.isNaN(histogram.sum) && histogram.count !== 0) {
          const what = 'input to histogram_fraction has NaN observations, which are excluded from all fractions';
          info(frame.query, `${what}${forMetric(name)}`, vector.span);
        }
        return histogramFraction(from[step] ?? NaN, to[step] ?? NaN, histogram);
      },
      classic: (buckets, step) => classicFraction(from[step] ?? NaN, to[step] ?? NaN, tidy(buckets).buckets),
    },
  ]);
}
