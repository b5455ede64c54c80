import { build } from '@binnacle/promql';
import { type Reading, type ReadingsOf, seriesOf } from '../reading.ts';

/** An info metric is 1, and says what it says in its labels: how many there are of each, or all of them. */
export const infoReadings: ReadingsOf = ({ name, labels }): readonly Reading[] => [
  {
    id: 'count',
    title: 'How many',
    help: 'Series with the same labels',
    aggregations: [],
    windows: [],
    visualisations: ['table', 'timeseries', 'stacked', 'stat', 'bargauge'],
    usualBy: labels.map((label) => label.name),
    unit: () => 'series',
    name: (metric) => metric,
    queries: (choice) => [{ expr: build.aggregate('count', seriesOf(name, choice), { by: choice.by }) }],
  },
  {
    id: 'series',
    title: 'Every series',
    help: 'All labels of each',
    aggregations: ['each'],
    windows: [],
    isWhole: true,
    visualisations: ['table'],
    unit: () => 'info',
    name: (metric) => metric,
    queries: (choice) => [{ expr: seriesOf(name, choice) }],
  },
];
