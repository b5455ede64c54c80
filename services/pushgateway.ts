import { onlineServing, regex, service } from '@binnacle/builders';
import { metrics } from './pushgateway/metrics.ts';
import { platform } from './teams.ts';

const { httpPushDurationSeconds, httpRequests } = metrics;

/** Keeps what batch jobs say of themselves when they end. */
export const pushgateway = service('pushgateway', {
  title: 'Pushgateway',
  description: 'Keeps the metrics that batch jobs push when they end, until they push again.',
  owner: platform,
  tier: 3,
  kind: 'infrastructure',
  languages: ['go'],
  system: 'monitoring',
  links: {
    runbook: 'https://runbooks.example.com/pushgateway',
    repository: 'https://git.example.com/platform/monitoring',
    docs: 'https://docs.example.com/pushgateway',
  },
  metrics,
  parts: {
    http: onlineServing({
      requests: httpRequests,
      errors: httpRequests.where({ code: regex('5..') }),
      duration: httpPushDurationSeconds,
      by: ['instance'],
    }),
  },
});

export default pushgateway;
