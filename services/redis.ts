import { client, onlineServing, rate, record, resource, service, sum } from '@binnacle/builders';
import { metrics } from './redis/metrics.ts';
import { node } from './node.ts';
import { platform } from './teams.ts';

const {
  commands,
  commandsDurationSeconds,
  commandsFailedCalls,
  configMaxclients,
  connectedClients,
  exporterScrapeDurationSeconds,
  exporterScrapes,
  keyspaceHits,
  keyspaceMisses,
  memoryMaxBytes,
  memoryUsedBytes,
  rejectedConnections,
  targetScrapeRequestErrors,
} = metrics;

const byInstance = { by: ['job', 'instance'] } as const;

/** Share of look-ups that found their key. */
export const hitRatio = record(
  sum(rate(keyspaceHits), byInstance).div(
    sum(rate(keyspaceHits), byInstance).add(sum(rate(keyspaceMisses), byInstance)),
  ),
  { name: 'job_instance:redis_keyspace_hits:ratio_rate5m' },
);
/** Mean time of a command. */
export const commandTime = record(
  sum(rate(commandsDurationSeconds), { by: ['job', 'instance', 'cmd'] }).div(
    sum(rate(commands), { by: ['job', 'instance', 'cmd'] }),
  ),
  { name: 'job_instance_cmd:redis_command_duration_seconds:mean5m' },
);

/** Keeps carts, and answers within a millisecond. */
export const redis = service('redis', {
  title: 'Redis',
  description: 'Keeps carts and sessions in memory. When it is gone, checkout asks the database and becomes slow.',
  owner: platform,
  tier: 2,
  kind: 'datastore',
  system: 'platform',
  links: {
    runbook: 'https://runbooks.example.com/redis',
    repository: 'https://git.example.com/platform/redis',
    docs: 'https://docs.example.com/redis',
  },
  dependsOn: [node],
  metrics,
  parts: {
    commands: onlineServing({
      requests: commands,
      errors: commandsFailedCalls,
      by: ['instance', 'cmd'],
      waive: { duration: 'the exporter sums the seconds of all commands; see the mean that is recorded' },
    }),
    memory: resource({
      // A limit of zero is none.
      utilization: sum(memoryUsedBytes, byInstance).div(sum(memoryMaxBytes.gt(0), byInstance)),
      by: ['instance'],
      waive: { saturation: 'what does not fit is evicted; see the alert', errors: 'a full memory refuses writes' },
    }),
    connections: resource({
      utilization: sum(connectedClients, byInstance).div(sum(configMaxclients, byInstance)),
      errors: rejectedConnections,
      by: ['instance'],
      waive: { saturation: 'connections beyond the limit are refused and do not wait' },
    }),
    exporter: client({
      requests: exporterScrapes,
      errors: targetScrapeRequestErrors,
      duration: exporterScrapeDurationSeconds,
      by: ['instance'],
    }),
  },
});

export default redis;
