import {
  dashboard,
  deploys,
  hero,
  max,
  minor,
  query,
  rate,
  row,
  stat,
  sum,
  table,
  thresholds,
  time,
  timeseries,
} from '@binnacle/builders';
import { pushgateway } from '../services/pushgateway.ts';

const m = pushgateway.metrics;
const byJob = { by: ['job'] } as const;
const age = time().sub(max(m.pushTimeSeconds, byJob));
const day = 86_400;

export default dashboard(
  pushgateway,
  'Pushgateway',
  {
    purpose: 'Which jobs still report, and which numbers are leftovers of a job that is gone?',
    main: true,
    annotations: [deploys(m.buildInfo, 'version')],
  },
  [
    row('Jobs', [
      hero(
        timeseries('Time since the last push', {
          description:
            'The gateway shows the last numbers for ever, so their age is what tells whether a job still runs.',
          queries: [query(age, { legend: '{{job}}' })],
          thresholds: thresholds({ warning: 1.5 * day, critical: 3 * day }),
          min: 0,
        }),
      ),
      minor(
        stat('Oldest push', {
          queries: [query(max(age))],
          thresholds: thresholds({ warning: 1.5 * day, critical: 3 * day }),
        }),
      ),
      minor(
        stat('Pushes refused', {
          description: 'Groups whose last push failed after it had once worked.',
          queries: [query(sum(m.pushFailureTimeSeconds.gt(m.pushTimeSeconds, { bool: true })))],
          thresholds: thresholds({ critical: 1 }),
          sparkline: false,
        }),
      ),
      table('Groups', {
        queries: [
          query(age, { legend: 'Last push' }),
          query(max(m.pushFailureTimeSeconds.gt(m.pushTimeSeconds, { bool: true }), byJob), { legend: 'Refused' }),
        ],
        sortBy: 'Last push',
      }),
    ]),
    row('Gateway', [
      timeseries('Requests', {
        queries: [query(sum(rate(m.httpRequests), { by: ['code'] }), { legend: '{{code}}' })],
        stacked: true,
      }),
      timeseries('Requests by handler', {
        queries: [query(sum(rate(m.httpRequests), { by: ['handler'] }), { legend: '{{handler}}' })],
      }),
      timeseries('Time of a push', {
        description: 'Mean time to take a push.',
        queries: [query(m.httpPushDurationSeconds.mean({ by: ['method'] }), { legend: '{{method}}' })],
      }),
      timeseries('Size of a push', {
        description: 'Mean bytes of a push.',
        queries: [query(m.httpPushSizeBytes.mean({ by: ['method'] }), { legend: '{{method}}' })],
      }),
    ]),
  ],
);
