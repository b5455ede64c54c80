import { failures, onlineServing, regex, service, threadPool } from '@binnacle/builders';
import { alertmanager } from './alertmanager.ts';
import { metrics } from './prometheus/metrics.ts';
import { platform } from './teams.ts';
import { up } from './up.ts';

const {
  engineQueries,
  engineQueriesConcurrentMax,
  engineQueryDurationSeconds,
  httpRequestDurationSeconds,
  httpRequests,
  notificationsErrors,
  notificationsSent,
} = metrics;

/** Scrapes, stores, evaluates: what this repository's rules run in. */
export const prometheus = service('prometheus', {
  title: 'Prometheus',
  description:
    'Scrapes everything, keeps it and evaluates the rules. While it is down, nobody would know of anything else.',
  owner: platform,
  tier: 1,
  kind: 'infrastructure',
  languages: ['go'],
  system: 'monitoring',
  links: {
    runbook: 'https://runbooks.example.com/prometheus',
    repository: 'https://git.example.com/platform/monitoring',
    docs: 'https://docs.example.com/prometheus',
  },
  dependsOn: [alertmanager],
  metrics: { ...metrics, up },
  parts: {
    http: onlineServing({
      requests: httpRequests,
      errors: httpRequests.where({ code: regex('5..') }),
      duration: httpRequestDurationSeconds,
      by: ['instance'],
    }),
    queries: threadPool({
      active: engineQueries,
      size: engineQueriesConcurrentMax,
      wait: engineQueryDurationSeconds.where({ slice: 'queue_time' }),
      by: ['instance'],
      waive: {
        queued: 'counted among the active',
        tasks: 'the durations count them',
        duration: 'the durations of all slices are one summary',
      },
    }),
    notifications: failures({ failures: notificationsErrors, attempts: notificationsSent, by: ['instance'] }),
  },
});

export default prometheus;
