import { failures, onlineServing, service } from '@binnacle/builders';
import { metrics } from './alertmanager/metrics.ts';
import { platform } from './teams.ts';

const {
  httpRequestDurationSeconds,
  httpRequestsInFlight,
  notificationRequests,
  notificationRequestsFailed,
  notifications,
  notificationsFailed,
} = metrics;

/** Tells people. */
export const alertmanager = service('alertmanager', {
  title: 'Alertmanager',
  description: 'Groups alerts, silences what is known and tells the people who can do something about the rest.',
  owner: platform,
  tier: 1,
  kind: 'infrastructure',
  languages: ['go'],
  system: 'monitoring',
  links: {
    runbook: 'https://runbooks.example.com/alertmanager',
    repository: 'https://git.example.com/platform/monitoring',
    docs: 'https://docs.example.com/alertmanager',
  },
  metrics,
  parts: {
    notifications: failures({ failures: notificationsFailed, attempts: notifications, by: ['integration'] }),
    delivery: onlineServing({
      side: 'client',
      requests: notificationRequests,
      errors: notificationRequestsFailed,
      duration: metrics.notificationLatencySeconds,
      by: ['integration'],
    }),
    http: onlineServing({
      requests: httpRequestDurationSeconds.count,
      duration: httpRequestDurationSeconds,
      inFlight: httpRequestsInFlight,
      by: ['instance'],
      waive: { errors: 'requests are not told apart by their status' },
    }),
  },
});

export default alertmanager;
