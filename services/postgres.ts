import { collector, max, rate, record, resource, service, sum } from '@binnacle/builders';
import { metrics } from './postgres/metrics.ts';
import { node } from './node.ts';
import { platform } from './teams.ts';

const {
  scrapeCollectorDurationSeconds,
  scrapeCollectorSuccess,
  settingsMaxConnections,
  statDatabaseBlksHit,
  statDatabaseBlksRead,
  statDatabaseNumbackends,
  statDatabaseXactCommit,
  statDatabaseXactRollback,
} = metrics;

const byDatabase = { by: ['job', 'instance', 'datname'] } as const;

/** Transactions a second, committed or not. */
export const transactionRate = record(
  sum(rate(statDatabaseXactCommit), byDatabase).add(sum(rate(statDatabaseXactRollback), byDatabase)),
  { name: 'job_instance_datname:pg_stat_database_xacts:rate5m' },
);
/** Share of transactions that were rolled back. */
export const rollbackShare = record(
  sum(rate(statDatabaseXactRollback), byDatabase).div(transactionRate.metric, { on: ['job', 'instance', 'datname'] }),
  { name: 'job_instance_datname:pg_stat_database_xact_rollbacks:ratio_rate5m' },
);
/** Share of blocks that were found in memory. */
export const bufferHitRatio = record(
  sum(rate(statDatabaseBlksHit), byDatabase).div(
    sum(rate(statDatabaseBlksHit), byDatabase).add(sum(rate(statDatabaseBlksRead), byDatabase)),
  ),
  { name: 'job_instance_datname:pg_stat_database_blks_hit:ratio_rate5m' },
);

/** Keeps orders. */
export const postgres = service('postgres', {
  title: 'PostgreSQL',
  description: 'Keeps orders, customers and invoices. What it loses is lost.',
  owner: platform,
  tier: 1,
  kind: 'datastore',
  system: 'platform',
  links: {
    runbook: 'https://runbooks.example.com/postgres',
    repository: 'https://git.example.com/platform/postgres',
    docs: 'https://docs.example.com/postgres',
  },
  dependsOn: [node],
  metrics,
  parts: {
    connections: resource({
      utilization: sum(statDatabaseNumbackends, { by: ['job', 'instance'] }).div(
        max(settingsMaxConnections, { by: ['job', 'instance'] }),
      ),
      by: ['instance'],
      waive: {
        saturation: 'connections beyond the limit are refused and do not wait',
        errors: 'refused connections are logged and not counted',
      },
    }),
    exporter: collector({
      duration: scrapeCollectorDurationSeconds,
      errors: scrapeCollectorSuccess.eq(0, { bool: true }),
      by: ['instance', 'collector'],
    }),
  },
});

export default postgres;
