import {
  type Aggregation,
  aggregated,
  inWords,
  over,
  perSecond,
  RATE_WINDOWS,
  type Reading,
  type ReadingsOf,
  seriesOf,
  SPAN_WINDOWS,
  type Visualisation,
} from '../reading.ts';

const AGGREGATIONS: readonly Aggregation[] = ['sum', 'avg', 'max', 'min', 'each'];
const VISUALISATIONS: readonly Visualisation[] = ['timeseries', 'stacked', 'stat', 'bargauge', 'table'];

/** A counter only grows: how fast, or how much in some time. */
export const counterReadings: ReadingsOf = ({ name, unit }): readonly Reading[] => [
  {
    id: 'rate',
    title: 'Rate',
    help: `${unit} per second`,
    aggregations: AGGREGATIONS,
    windows: RATE_WINDOWS,
    visualisations: VISUALISATIONS,
    unit: () => perSecond(unit),
    name: (metric) => (unit === 'seconds' ? metric : `${metric} per second`),
    queries: (choice) => [{ expr: aggregated(over('rate', seriesOf(name, choice), choice.window), choice) }],
  },
  {
    id: 'increase',
    title: 'Increase',
    help: `${unit} in a stretch of time`,
    aggregations: AGGREGATIONS,
    windows: SPAN_WINDOWS,
    visualisations: ['stat', 'timeseries', 'stacked', 'bargauge', 'table'],
    unit: () => unit,
    name: (metric, { window }) => `${metric} in ${inWords(window)}`,
    queries: (choice) => [{ expr: aggregated(over('increase', seriesOf(name, choice), choice.window), choice) }],
  },
];
