import { build } from '@binnacle/promql';
import { RATE_WINDOWS, type Reading, type ReadingsOf, summedRate } from '../reading.ts';
import { meanOf, quantilesOf, rateOf } from './observations.ts';

/** A classic histogram: quantiles from its buckets, mean and rate from its sum and count, and the buckets themselves. */
export const histogramReadings: ReadingsOf = (metric): readonly Reading[] => {
  const { name, unit } = metric;
  return [
    quantilesOf(metric, (choice) => summedRate(`${name}_bucket`, choice, ['le'])),
    {
      id: 'buckets',
      title: 'Distribution',
      help: 'How many observations are in which bucket',
      aggregations: [],
      windows: RATE_WINDOWS,
      isWhole: true,
      visualisations: ['heatmap'],
      unit: () => unit,
      name: (named) => `${named}, distribution`,
      queries: (choice) => [{ expr: summedRate(`${name}_bucket`, { ...choice, by: [] }, ['le']) }],
    },
    meanOf(metric, (choice) =>
      build.binary('/', summedRate(`${name}_sum`, choice), summedRate(`${name}_count`, choice)),
    ),
    rateOf(metric, (choice) => summedRate(`${name}_count`, choice)),
  ];
};
