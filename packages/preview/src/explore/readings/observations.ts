import type { MetricSpec } from '@binnacle/model';
import { build, type Expr } from '@binnacle/promql';
import {
  type Choice,
  perSecond,
  quantileName,
  RATE_WINDOWS,
  type Reading,
  type ReadQuery,
  type Visualisation,
} from '../reading.ts';

/** Quantiles worth asking for. */
const OFFERED: readonly number[] = [0.5, 0.75, 0.9, 0.95, 0.99, 0.999];
const USUAL: readonly number[] = [0.5, 0.95, 0.99];
const LINES: readonly Visualisation[] = ['timeseries', 'stat', 'bargauge', 'table'];

/** Quantiles that the server computes from what is observed, grouped by the labels that are chosen. */
export function quantilesOf({ unit }: MetricSpec, buckets: (choice: Choice) => Expr): Reading {
  return {
    id: 'quantiles',
    title: 'Quantiles',
    help: `${unit} that so much of a hundred observations stay below`,
    aggregations: [],
    windows: RATE_WINDOWS,
    quantiles: { offered: OFFERED, usual: USUAL },
    visualisations: LINES,
    unit: () => unit,
    name: (metric) => metric,
    queries: (choice) =>
      choice.quantiles.map((q): ReadQuery => ({
        expr: build.call('histogram_quantile', build.number(q), buckets(choice)),
        says: quantileName(q),
      })),
  };
}

/** The mean of what is observed. */
export function meanOf({ unit }: MetricSpec, mean: (choice: Choice) => Expr): Reading {
  return {
    id: 'mean',
    title: 'Mean',
    help: `${unit} of an observation, on average`,
    aggregations: [],
    windows: RATE_WINDOWS,
    visualisations: LINES,
    unit: () => unit,
    name: (metric) => `${metric}, mean`,
    queries: (choice) => [{ expr: mean(choice) }],
  };
}

/** How many observations there are in a second. */
export function rateOf({ counts = 'observations' }: MetricSpec, rate: (choice: Choice) => Expr): Reading {
  return {
    id: 'rate',
    title: 'Rate',
    help: `${counts} per second`,
    aggregations: [],
    windows: RATE_WINDOWS,
    visualisations: ['timeseries', 'stacked', 'stat', 'bargauge', 'table'],
    unit: () => perSecond(counts),
    name: (metric) => `${metric}: ${counts} per second`,
    queries: (choice) => [{ expr: rate(choice) }],
  };
}
