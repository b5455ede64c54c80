import { alert, delta, group, increase, max, min, rate, ratio, rules, sum } from '@binnacle/builders';
import { commandTime, hitRatio, redis } from '../services/redis.ts';

const { aofLastWriteStatus, connectedSlaves, evictedKeys, keyspaceHits, rdbLastBgsaveStatus, up } = redis.metrics;
const { parts } = redis;

const byInstance = { by: ['job', 'instance'] } as const;

export default rules(redis, [
  group('redis.records', { interval: '30s' }, [hitRatio, commandTime]),
  group('redis.alerts', { interval: '1m' }, [
    alert('RedisDown', {
      expr: min(up, byInstance).eq(0),
      for: '2m',
      severity: 'page',
      summary: ({ label }) => `Redis ${label('instance')} does not answer`,
      description: 'Carts come from the database now. Checkout is slow and the database busy.',
    }),
    alert('RedisSlow', {
      expr: max(commandTime.metric, { by: ['instance', 'cmd'] }).gt(0.01),
      for: '10m',
      severity: 'ticket',
      summary: ({ label, value }) => `${label('cmd')} takes ${value.humanizeDuration} on Redis ${label('instance')}`,
      description: 'One slow command holds up all others. The slow log has it.',
    }),
    alert('RedisHitRatioLow', {
      expr: hitRatio.metric.lt(ratio(0.8)).and(sum(rate(keyspaceHits), byInstance).gt(10)),
      for: '30m',
      severity: 'ticket',
      summary: ({ label, value }) => `Redis ${label('instance')} finds only ${value.humanizePercentage} of keys`,
      description: 'Keys expire or are evicted before they are asked for, or a release asks for others.',
    }),
    alert('RedisEvicting', {
      expr: sum(increase(evictedKeys, '15m'), byInstance).gt(1000),
      for: '15m',
      severity: 'ticket',
      summary: ({ label, value }) => `Redis ${label('instance')} evicted ${value.humanize} keys in fifteen minutes`,
      description: 'Carts are thrown away to make room. It needs more memory, or fewer things to keep.',
    }),
    alert('RedisReplicaLost', {
      expr: delta(connectedSlaves, '15m').lt(0),
      severity: 'ticket',
      summary: ({ label }) => `Redis ${label('instance')} lost a replica`,
      description: 'A failover now may lose what the replica has not got.',
    }),
    alert('RedisSaveFailed', {
      expr: min(rdbLastBgsaveStatus, byInstance).eq(0).or(min(aofLastWriteStatus, byInstance).eq(0)),
      for: '5m',
      severity: 'ticket',
      summary: ({ label }) => `Redis ${label('instance')} cannot write to its disk`,
      description: 'A restart loses what was not written; and by default it refuses writes now.',
    }),
  ]),
  ...parts.commands.rules({ errorShare: 0.05, minErrors: 100 }),
  ...parts.memory.rules({ severity: 'ticket' }),
  ...parts.connections.rules(),
  ...parts.exporter.rules({ latency: 5 }),
]);
