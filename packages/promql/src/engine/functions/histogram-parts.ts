import type { Call } from '../../ast.ts';
import { joinSame, newColumn, setFloat, unnamed } from '../evaluate/column.ts';
import { columnsOf } from '../evaluate/operands.ts';
import type { Frame } from '../evaluate/query.ts';
import type { Value } from '../evaluate/value.ts';
import { argument } from './times.ts';
import type { Histogram } from '../histogram/histogram.ts';
import { histogramVariance } from '../histogram/quantile.ts';

/** A number that each native histogram has; floats are left out. */
function part(compute: (histogram: Histogram) => number, countsOnly: boolean): (call: Call, frame: Frame) => Value {
  return (call, frame) => {
    const columns = columnsOf(argument(call, 0), frame, { countsOnly }).flatMap((column) => {
      if (column.histograms.length === 0) return [];
      const { labels, dropName } = unnamed(frame.query, column);
      const result = newColumn(frame, labels, dropName);
      for (let step = 0; step < frame.count; step++) {
        const histogram = column.histograms[step];
        if (histogram !== undefined) setFloat(result, step, compute(histogram));
      }
      return [result];
    });
    return { type: 'vector', columns: joinSame(frame, columns, call.span) };
  };
}

/** `histogram_count` and its like by name. */
export const HISTOGRAM_PARTS: Readonly<Record<string, (call: Call, frame: Frame) => Value>> = {
  histogram_avg: part(({ sum, count }) => sum / count, true),
  histogram_count: part(({ count }) => count, true),
  histogram_stddev: part((histogram) => Math.sqrt(histogramVariance(histogram)), false),
  histogram_stdvar: part(histogramVariance, false),
  histogram_sum: part(({ sum }) => sum, true),
};
