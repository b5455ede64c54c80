import type { MetricSpec } from '@binnacle/model';
import { build } from '@binnacle/promql';
import {
  type Aggregation,
  aggregated,
  type Choice,
  inWords,
  over,
  type Reading,
  type ReadingsOf,
  seriesOf,
  SPAN_WINDOWS,
  type Visualisation,
} from '../reading.ts';
import { type Sense, senseOf } from '../sense.ts';

const VISUALISATIONS: readonly Visualisation[] = ['timeseries', 'stacked', 'stat', 'bargauge', 'table'];
const ALL: readonly Aggregation[] = ['sum', 'avg', 'max', 'min', 'each'];
/** How several gauges are usually read together. */
const USUAL: Readonly<Record<Sense, Aggregation>> = {
  amount: 'sum',
  share: 'avg',
  level: 'avg',
  state: 'avg',
  duration: 'max',
  moment: 'max',
  expiry: 'min',
};

function usualFirst(sense: Sense): readonly Aggregation[] {
  return [USUAL[sense], ...ALL.filter((one) => one !== USUAL[sense])];
}

/** Of states, the sum is how many hold and the mean is their share. */
function unitOf(unit: string, { aggregation }: Choice): string {
  if (unit !== 'bool') return unit;
  return aggregation === 'sum' ? 'truths' : aggregation === 'avg' ? 'ratio' : unit;
}

function value({ name, unit }: MetricSpec, sense: Sense): Reading {
  return {
    id: 'value',
    title: 'Value',
    help: `${unit}, as they are`,
    aggregations: usualFirst(sense),
    windows: [],
    visualisations: VISUALISATIONS,
    unit: (choice) => unitOf(unit, choice),
    name: (metric) => metric,
    queries: (choice) => [{ expr: aggregated(seriesOf(name, choice), choice) }],
  };
}

/** Sorts of a gauge's values in a window. */
const SPANS = [
  { id: 'average', title: 'Average over', func: 'avg_over_time', word: 'Average' },
  { id: 'highest', title: 'Highest in', func: 'max_over_time', word: 'Highest' },
  { id: 'lowest', title: 'Lowest in', func: 'min_over_time', word: 'Lowest' },
] as const;

function spans({ name, unit }: MetricSpec, sense: Sense): readonly Reading[] {
  return SPANS.map(({ id, title, func, word }) => ({
    id,
    title,
    help: `${word} of the values in a stretch of time`,
    aggregations: usualFirst(sense),
    windows: SPAN_WINDOWS,
    visualisations: VISUALISATIONS,
    // The mean of states over time is a share before it is aggregated.
    unit: (choice: Choice) => (unit === 'bool' && id === 'average' ? 'ratio' : unitOf(unit, choice)),
    name: (metric: string, { window }: Choice) => `${metric}, ${word.toLowerCase()} in ${inWords(window)}`,
    queries: (choice: Choice) => [{ expr: aggregated(over(func, seriesOf(name, choice), choice.window), choice) }],
  }));
}

function change({ name, unit }: MetricSpec, sense: Sense): Reading {
  return {
    id: 'change',
    title: 'Change in',
    help: 'How much it went up or down in a stretch of time',
    aggregations: usualFirst(sense),
    windows: SPAN_WINDOWS,
    visualisations: VISUALISATIONS.filter((one) => one !== 'stacked'),
    unit: (choice) => unitOf(unit, choice),
    isSigned: true,
    name: (metric, { window }) => `${metric}, change in ${inWords(window)}`,
    queries: (choice) => [{ expr: aggregated(over('delta', seriesOf(name, choice), choice.window), choice) }],
  };
}

/** `Boot time` as what there is time since: `boot`. */
function momentWords(metric: string): string {
  const words = metric.toLowerCase().replace(/ (?:timestamp|time|unix)$/, '');
  return words.replace(/ (?:timestamp|time)$/, '');
}

/** How long ago, or how far ahead, a point in time is. */
function distance({ name }: MetricSpec, sense: 'moment' | 'expiry'): Reading {
  const isPast = sense === 'moment';
  return {
    id: 'age',
    title: isPast ? 'Time since' : 'Time until',
    help: isPast ? 'How long ago that was' : 'How long until then',
    aggregations: isPast ? ['each', 'max', 'min', 'avg'] : ['each', 'min', 'max', 'avg'],
    windows: [],
    visualisations: ['timeseries', 'stat', 'bargauge', 'table'],
    unit: () => 'seconds',
    isSigned: true,
    name: (metric) => `${isPast ? 'Time since' : 'Time until'} ${momentWords(metric)}`,
    queries: (choice) => {
      const [now, then] = [build.call('time'), seriesOf(name, choice)];
      return [{ expr: aggregated(isPast ? build.binary('-', now, then) : build.binary('-', then, now), choice) }];
    },
  };
}

/** A gauge is read as it is, but points in time are read by how far away they are. */
export const gaugeReadings: ReadingsOf = (metric) => {
  const sense = senseOf(metric);
  if (sense === 'moment' || sense === 'expiry') return [distance(metric, sense), value(metric, sense)];
  return [value(metric, sense), ...spans(metric, sense), change(metric, sense)];
};
