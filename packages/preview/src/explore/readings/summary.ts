import type { MetricSpec } from '@binnacle/model';
import { build, formatNumber } from '@binnacle/promql';
import {
  aggregated,
  type Choice,
  quantileName,
  type Reading,
  type ReadingsOf,
  type ReadQuery,
  seriesOf,
  summedRate,
} from '../reading.ts';
import { meanOf, rateOf } from './observations.ts';

/** A quantile among the matchers of its series: whole numbers are written in two ways. */
function matching(choice: Choice, q: number): Pick<Choice, 'matchers'> {
  const text = formatNumber(q);
  const matcher = Number.isInteger(q)
    ? build.matcher('quantile', String.raw`${text}|${text}\.0`, '=~')
    : build.matcher('quantile', text);
  return { matchers: [...choice.matchers, matcher] };
}

function quantiles({ name, unit, quantiles: known = [] }: MetricSpec): readonly Reading[] {
  if (known.length === 0) return [];
  const high = known.filter((q) => q >= 0.5 && q < 1).slice(-3);
  return [
    {
      id: 'quantiles',
      title: 'Quantiles',
      help: `${unit} as each instance computed them; only the worst of them says something about several`,
      aggregations: ['each', 'max'],
      windows: [],
      quantiles: { offered: known, usual: high.length > 0 ? high : known.slice(-1) },
      visualisations: ['timeseries', 'stat', 'bargauge', 'table'],
      unit: () => unit,
      name: (metric) => metric,
      queries: (choice) =>
        choice.quantiles.map((q): ReadQuery => ({
          expr: aggregated(seriesOf(name, matching(choice, q)), choice),
          says: quantileName(q),
        })),
    },
  ];
}

/** A summary: the quantiles its clients computed, mean and rate from its sum and count. */
export const summaryReadings: ReadingsOf = (metric): readonly Reading[] => {
  const { name } = metric;
  return [
    ...quantiles(metric),
    meanOf(metric, (choice) =>
      build.binary('/', summedRate(`${name}_sum`, choice), summedRate(`${name}_count`, choice)),
    ),
    rateOf(metric, (choice) => summedRate(`${name}_count`, choice)),
  ];
};
