import {
  dashboard,
  deploys,
  histogramQuantile,
  hero,
  instanceVariable,
  max,
  minor,
  query,
  rate,
  regex,
  red,
  row,
  stat,
  statetimeline,
  sum,
  thresholds,
  timeseries,
  mappings,
} from '@binnacle/builders';
import { prometheus } from '../services/prometheus.ts';

const m = prometheus.metrics;
const instance = instanceVariable(m.tsdbHeadSeries);
const here = { instance };
const any = thresholds({ critical: 0.000001 });

export default dashboard(
  prometheus,
  'Prometheus',
  {
    purpose: 'Does Prometheus scrape, store, evaluate and notify as it should, and what does it cost?',
    main: true,
    variables: [instance],
    annotations: [deploys(m.buildInfo, 'version')],
  },
  [
    row('Scraping', [
      hero(
        timeseries('Samples ingested', {
          description:
            'Samples a second that came in. A step down means lost targets, a step up new ones or new labels.',
          queries: [
            query(sum(rate(m.tsdbHeadSamplesAppended.where(here)), { by: ['instance'] }), { legend: '{{instance}}' }),
          ],
        }),
      ),
      minor(stat('Series in memory', { queries: [query(sum(m.tsdbHeadSeries.where(here)))] })),
      minor(stat('Targets', { queries: [query(sum(m.targetScrapePoolTargets.where(here)))] })),
      timeseries('Targets by job', {
        queries: [
          query(sum(m.targetScrapePoolTargets.where(here), { by: ['instance', 'scrape_job'] }), {
            legend: '{{instance}} {{scrape_job}}',
          }),
        ],
      }),
      timeseries('Samples refused', {
        description:
          'Samples a second that targets offered and Prometheus could not take. Two targets with the same labels are the usual cause.',
        queries: [
          query(rate(m.targetScrapesSampleDuplicateTimestamp.where(here)), { legend: '{{instance}} duplicate' }),
          query(rate(m.targetScrapesSampleOutOfOrder.where(here)), { legend: '{{instance}} out of order' }),
          query(rate(m.targetScrapesSampleOutOfBounds.where(here)), { legend: '{{instance}} too old or too new' }),
          query(rate(m.targetScrapesExceededSampleLimit.where(here)), { legend: '{{instance}} too many' }),
        ],
        unit: 'cps',
        thresholds: any,
      }),
    ]),
    row('Storage', [
      hero(
        timeseries('Series', {
          description: 'Series in memory; what they cost is memory.',
          queries: [query(m.tsdbHeadSeries.where(here), { legend: '{{instance}}' })],
        }),
      ),
      minor(stat('On disk', { queries: [query(sum(m.tsdbStorageBlocksBytes.where(here)))] })),
      minor(
        stat('Churn', {
          description: 'New series a second. Each needs memory until it is written to a block.',
          queries: [query(sum(rate(m.tsdbHeadSeriesCreated.where(here))))],
        }),
      ),
      timeseries('Compaction time', {
        description: 'Time that 90 of 100 compactions stay below.',
        queries: [
          query(m.tsdbCompactionDurationSeconds.where(here).quantile(0.9, { by: ['instance'] }), {
            legend: '{{instance}}',
          }),
        ],
      }),
      timeseries('Failures of storage', {
        description: 'Compactions, checkpoints and truncations that failed, a second.',
        queries: [
          query(rate(m.tsdbCompactionsFailed.where(here)), { legend: '{{instance}} compaction' }),
          query(rate(m.tsdbCheckpointCreationsFailed.where(here)), { legend: '{{instance}} checkpoint' }),
          query(rate(m.tsdbWalTruncationsFailed.where(here)), { legend: '{{instance}} truncation' }),
          query(rate(m.tsdbWalCorruptions.where(here)), { legend: '{{instance}} corruption' }),
        ],
        unit: 'cps',
        thresholds: any,
      }),
    ]),
    red(
      {
        requests: m.httpRequests.where(here),
        errors: m.httpRequests.where({ ...here, code: regex('5..') }),
        duration: m.httpRequestDurationSeconds.where(here),
      },
      { title: 'Queries and pages' },
    ),
    row('Query engine', [
      timeseries('Slow queries', {
        description: 'Time that 90 and 99 of 100 requests for a range of data stay below.',
        queries: [
          query(
            histogramQuantile(
              0.99,
              sum(rate(m.httpRequestDurationSeconds.bucket.where({ ...here, handler: '/api/v1/query_range' })), {
                by: ['le'],
              }),
            ),
            { legend: 'p99' },
          ),
          query(
            histogramQuantile(
              0.9,
              sum(rate(m.httpRequestDurationSeconds.bucket.where({ ...here, handler: '/api/v1/query_range' })), {
                by: ['le'],
              }),
            ),
            { legend: 'p90' },
          ),
        ],
      }),
      timeseries('Queries at once', {
        description: 'Queries being evaluated, and how many may be.',
        queries: [
          query(m.engineQueries.where(here), { legend: '{{instance}} running' }),
          query(max(m.engineQueriesConcurrentMax.where(here)), { legend: 'limit', color: 'critical' }),
        ],
      }),
    ]),
    row('Notifications', [
      timeseries('Alerts sent', {
        queries: [
          query(sum(rate(m.notificationsSent.where(here)), { by: ['alertmanager'] }), { legend: '{{alertmanager}}' }),
        ],
      }),
      timeseries('Alerts not sent', {
        description: 'Alerts a second that no Alertmanager took. Nobody is told about these.',
        color: 'critical',
        queries: [
          query(sum(rate(m.notificationsDropped.where(here))), { legend: 'dropped' }),
          query(sum(rate(m.notificationsErrors.where(here))), { legend: 'failed' }),
        ],
      }),
      minor(
        statetimeline('Configuration', {
          queries: [query(m.configLastReloadSuccessful.where(here), { legend: '{{instance}}' })],
          mappings: mappings({ 1: ['Loaded', 'ok'], 0: ['Refused', 'critical'] }),
        }),
      ),
    ]),
  ],
);
