import { build } from '@binnacle/promql';
import { type Reading, type ReadingsOf, summedRate } from '../reading.ts';
import { meanOf, quantilesOf, rateOf } from './observations.ts';

/** A native histogram: everything is read from its one series. */
export const nativeHistogramReadings: ReadingsOf = (metric): readonly Reading[] => [
  quantilesOf(metric, (choice) => summedRate(metric.name, choice)),
  meanOf(metric, (choice) => build.call('histogram_avg', summedRate(metric.name, choice))),
  {
    ...rateOf(metric, (choice) => build.call('histogram_count', summedRate(metric.name, choice))),
    // Whatever is observed, as dashboards have it too.
    unit: () => 'observations/second',
  },
];
