import type { MetricSpec, MetricType } from '@binnacle/model';
import type { Reading, ReadingsOf } from './reading.ts';
import { counterReadings } from './readings/counter.ts';
import { gaugeReadings } from './readings/gauge.ts';
import { histogramReadings } from './readings/histogram.ts';
import { infoReadings } from './readings/info.ts';
import { nativeHistogramReadings } from './readings/native-histogram.ts';
import { summaryReadings } from './readings/summary.ts';

const READINGS: Readonly<Record<MetricType, ReadingsOf>> = {
  counter: counterReadings,
  gauge: gaugeReadings,
  histogram: histogramReadings,
  info: infoReadings,
  'native-histogram': nativeHistogramReadings,
  summary: summaryReadings,
};

/** Every way to read a metric, by its type and what its numbers mean; the first is the usual one. */
export function readingsOf(metric: MetricSpec): readonly Reading[] {
  return READINGS[metric.type](metric);
}
