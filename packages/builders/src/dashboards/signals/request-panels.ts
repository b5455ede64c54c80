import { sum } from '../../query/aggregate.ts';
import { rate } from '../../query/rate.ts';
import type { Series, Timing } from '../../service/roles.ts';
import { explore } from '../links/explore.ts';
import { metricsDrilldown } from '../links/drilldown.ts';
import type { Link } from '../links/link.ts';
import { heatmap } from '../panels/heatmap.ts';
import type { Panel } from '../panels/panel.ts';
import { stat } from '../panels/stat.ts';
import { timeseries } from '../panels/timeseries.ts';
import { query, type PrometheusQuery } from '../queries/query.ts';
import { bucketsOf, meanOf, quantileOf } from './timing.ts';

/** Labels that a row is split by. */
export interface Split {
  readonly by: readonly string[];
}

function legend(by: readonly string[]): string {
  return by.map((label) => `{{${label}}}`).join(' ');
}

function named(name: string, by: readonly string[]): string {
  return by.length === 0 ? name : `${legend(by)} ${name}`;
}

/** To Explore with these queries, and to the metric in Metrics Drilldown. */
function links(...queries: readonly [PrometheusQuery, ...PrometheusQuery[]]): readonly Link[] {
  return [explore(...queries), metricsDrilldown(queries[0])];
}

/** Requests per second, and beside them those that failed; one line a group when split. */
export function requestRate(requests: Series<'counter'>, errors: Series<'counter'> | undefined, { by }: Split): Panel {
  const isSplit = by.length > 0;
  const all = query(sum(rate(requests), { by }), isSplit ? { legend: legend(by) } : { legend: 'all', color: 'info' });
  const failed =
    errors === undefined || isSplit ? [] : [query(sum(rate(errors)), { legend: 'failed', color: 'critical' })];
  return timeseries('Requests', {
    id: 'rate',
    description: 'How much is asked of it, and how much of that it fails to do.',
    queries: [all, ...failed],
    links: links(all, ...failed),
  });
}

/** The share of requests that failed. */
export function errorShare(requests: Series<'counter'>, errors: Series<'counter'>, { by }: Split): Panel {
  const share = query(sum(rate(errors), { by }).div(sum(rate(requests), { by })), {
    legend: by.length === 0 ? 'failed' : legend(by),
  });
  return timeseries('Error share', {
    id: 'errors',
    description: 'Share of requests that failed.',
    noValue: 'None counted',
    ...(by.length === 0 ? { color: 'critical' as const } : {}),
    queries: [share],
    links: links(share),
  });
}

/** Half, nine tenths and 99 hundredths of the requests are faster than this; one line a group when split. */
export function durations(duration: Timing, { by }: Split): Panel {
  const shares = by.length === 0 ? [0.99, 0.9, 0.5] : [0.99];
  const quantiles = shares.flatMap((q) => {
    const value = quantileOf(duration, q, by);
    return value === undefined ? [] : [query(value, { legend: named(`p${q * 100}`, by) })];
  });
  const mean = meanOf(duration, by);
  const [first, ...more] = mean === undefined ? quantiles : [query(mean, { legend: named('mean', by) })];
  if (first === undefined) throw new Error('what is given as the duration is neither a histogram nor a summary');
  return timeseries('Duration', {
    id: 'duration',
    description: 'How long requests take. Of p99 = 1 s, one in a hundred takes longer than a second.',
    queries: [first, ...more],
    links: links(first, ...more),
  });
}

/** How durations are distributed, as a heatmap; nothing for a summary. */
export function distribution(duration: Timing): readonly Panel[] {
  const buckets = bucketsOf(duration);
  if (buckets === undefined) return [];
  return [
    heatmap('Duration distribution', {
      id: 'distribution',
      description: 'How many requests take how long. Two bands mean two kinds of requests.',
      queries: [query(buckets)],
    }),
  ];
}

/** The numbers to read first: requests per second, share of errors, p99. */
export function requestNumbers(
  requests: Series<'counter'>,
  errors: Series<'counter'> | undefined,
  duration: Timing | undefined,
): readonly Panel[] {
  const total = sum(rate(requests));
  const slow = duration === undefined ? undefined : (quantileOf(duration, 0.99, []) ?? meanOf(duration, []));
  return [
    stat('Requests now', { id: 'rate-now', queries: [query(total)] }),
    ...(errors === undefined
      ? []
      : [
          stat('Error share now', {
            noValue: 'None counted',
            id: 'errors-now',
            color: 'critical',
            queries: [query(sum(rate(errors)).div(total))],
          }),
        ]),
    ...(slow === undefined ? [] : [stat('Slowest requests now', { id: 'duration-now', queries: [query(slow)] })]),
  ];
}
