import { alert, gibibytes, group, increase, max, min, minutes, quantity, ratio, rules, sum } from '@binnacle/builders';
import { bufferHitRatio, postgres, rollbackShare, transactionRate } from '../services/postgres.ts';

const {
  statActivityMaxTxDuration,
  statArchiverFailedCount,
  statDatabaseChecksumFailures,
  statDatabaseDeadlocks,
  statDatabaseTempBytes,
  up,
} = postgres.metrics;
const { parts } = postgres;

const byInstance = { by: ['instance'] } as const;
const byDatabase = { by: ['instance', 'datname'] } as const;
const busy = max(transactionRate.metric, byDatabase).gt(10);

export default rules(postgres, [
  group('postgres.records', { interval: '30s' }, [transactionRate, rollbackShare, bufferHitRatio]),
  group('postgres.alerts', { interval: '1m' }, [
    alert('PostgresDown', {
      expr: min(up, byInstance).eq(0),
      for: '1m',
      severity: 'page',
      summary: ({ label }) => `PostgreSQL ${label('instance')} does not answer`,
      description: 'No order can be placed.',
    }),
    alert('PostgresRollbacks', {
      expr: max(rollbackShare.metric, byDatabase).gt(ratio(0.1)).and(busy),
      for: '15m',
      severity: 'ticket',
      summary: ({ label, value }) =>
        `${value.humanizePercentage} of transactions in ${label('datname')} are rolled back`,
      description: 'Some program fails in the middle, or retries forever. The log of the database has the statement.',
    }),
    alert('PostgresDeadlocks', {
      expr: sum(increase(statDatabaseDeadlocks, '15m'), byDatabase).gt(quantity(3, 'deadlocks')),
      severity: 'ticket',
      summary: ({ label, value }) => `${value.humanize} deadlocks in ${label('datname')} in fifteen minutes`,
      description: 'Two programs take the same locks in different order. One of them loses its work each time.',
    }),
    alert('PostgresTransactionLong', {
      expr: max(statActivityMaxTxDuration, byDatabase).gt(minutes(30)),
      for: '5m',
      severity: 'ticket',
      summary: ({ label, value }) => `A transaction in ${label('datname')} is open for ${value.humanizeDuration}`,
      description: 'It keeps locks, and vacuum from cleaning up. Find it in pg_stat_activity.',
    }),
    alert('PostgresBufferHitsLow', {
      expr: min(bufferHitRatio.metric, byDatabase).lt(ratio(0.9)).and(busy),
      for: '30m',
      severity: 'ticket',
      summary: ({ label, value }) => `Only ${value.humanizePercentage} of blocks of ${label('datname')} are in memory`,
      description: 'Queries read from disk. A new query without an index, or too little memory.',
    }),
    alert('PostgresTemporaryFiles', {
      expr: sum(increase(statDatabaseTempBytes, '1h'), byDatabase).gt(gibibytes(10)),
      severity: 'info',
      summary: ({ label, value }) => `Queries in ${label('datname')} spilled ${value.humanize1024}B to disk in an hour`,
      description: 'A sort or a join does not fit into work_mem.',
    }),
    alert('PostgresArchivingFails', {
      expr: sum(increase(statArchiverFailedCount, '15m'), byInstance).gt(0),
      for: '15m',
      severity: 'page',
      summary: ({ label }) => `PostgreSQL ${label('instance')} cannot archive its log`,
      description: 'Backups end here, and the disk fills with what cannot be archived.',
    }),
    alert('PostgresChecksumFailures', {
      expr: max(statDatabaseChecksumFailures, byDatabase).gt(quantity(0, 'failures')),
      severity: 'page',
      summary: ({ label }) => `${label('datname')} on ${label('instance')} holds damaged pages`,
      description: 'The disk returned something else than was written. Fail over before anything is overwritten.',
    }),
  ]),
  ...parts.connections.rules({ utilization: 0.8, severity: 'page' }),
  ...parts.exporter.rules(),
]);
