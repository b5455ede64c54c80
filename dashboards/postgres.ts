import {
  dashboard,
  hero,
  instanceVariable,
  max,
  minor,
  query,
  rate,
  row,
  stat,
  statetimeline,
  sum,
  table,
  thresholds,
  timeseries,
  upOrDown,
  variable,
} from '@binnacle/builders';
import { postgres } from '../services/postgres.ts';

const m = postgres.metrics;
const instance = instanceVariable(m.up);
const database = variable(m.databaseSizeBytes.where({ instance }), 'datname', {
  name: 'database',
  multi: true,
  includeAll: true,
});
const here = { instance, datname: database };
const server = { instance };
const byDatabase = { by: ['datname'] } as const;
const found = rate(m.statDatabaseBlksHit.where(here));
const read = rate(m.statDatabaseBlksRead.where(here));
const connections = sum(m.statDatabaseNumbackends.where({ instance }), { by: ['instance'] });
const limit = max(m.settingsMaxConnections.where({ instance }), { by: ['instance'] });

export default dashboard(
  postgres,
  'PostgreSQL',
  {
    purpose: 'Does the database answer, what is it busy with, and has it connections, cache and disk left?',
    uid: 'postgres',
    main: true,
    variables: [instance, database],
  },
  [
    row('Transactions', [
      hero(
        timeseries('Transactions', {
          description: 'Transactions a second. Those rolled back are errors of the application, or of two that met.',
          queries: [
            query(sum(rate(m.statDatabaseXactCommit.where(here))), { legend: 'committed', color: 'ok' }),
            query(sum(rate(m.statDatabaseXactRollback.where(here))), { legend: 'rolled back', color: 'critical' }),
          ],
          unit: 'cps',
        }),
      ),
      minor(
        stat('Connections taken', {
          description: 'Share of the connections there may be.',
          queries: [query(max(connections.div(limit)))],
          thresholds: thresholds({ warning: 0.7, critical: 0.9 }),
        }),
      ),
      minor(
        stat('Cache hits', {
          description: 'Share of blocks found in memory.',
          queries: [query(sum(found).div(sum(found.add(read))))],
          thresholds: thresholds({ warning: 0.9, ok: 0.99 }),
        }),
      ),
      timeseries('Rows changed', {
        queries: [
          query(sum(rate(m.statDatabaseTupInserted.where(here))), { legend: 'inserted' }),
          query(sum(rate(m.statDatabaseTupUpdated.where(here))), { legend: 'updated' }),
          query(sum(rate(m.statDatabaseTupDeleted.where(here))), { legend: 'deleted' }),
        ],
        unit: 'rowsps',
      }),
      timeseries('Rows read', {
        description: 'Rows scanned against rows used: far apart, an index is missing.',
        queries: [
          query(sum(rate(m.statDatabaseTupReturned.where(here))), { legend: 'scanned' }),
          query(sum(rate(m.statDatabaseTupFetched.where(here))), { legend: 'used' }),
        ],
        unit: 'rowsps',
      }),
    ]),
    row('Connections and locks', [
      timeseries('Connections by state', {
        description: 'Connections idle in a transaction hold locks and keep old rows alive.',
        queries: [query(sum(m.statActivityCount.where(here), { by: ['state'] }), { legend: '{{state}}' })],
        stacked: true,
      }),
      timeseries('Longest transaction', {
        queries: [query(max(m.statActivityMaxTxDuration.where(here), byDatabase), { legend: '{{datname}}' })],
        unit: 's',
      }),
      timeseries('Locks', {
        queries: [query(sum(m.locksCount.where(here), { by: ['mode'] }), { legend: '{{mode}}' })],
      }),
      timeseries('Deadlocks and conflicts', {
        description: 'Transactions a second that were ended so that others could go on.',
        queries: [
          query(sum(rate(m.statDatabaseDeadlocks.where(here))), { legend: 'deadlocks', color: 'critical' }),
          query(sum(rate(m.statDatabaseConflicts.where(here))), { legend: 'conflicts', color: 'warning' }),
        ],
      }),
    ]),
    row('Memory and disk', [
      timeseries('Cache hits by database', {
        queries: [query(sum(found, byDatabase).div(sum(found.add(read), byDatabase)), { legend: '{{datname}}' })],
        max: 1,
      }),
      timeseries('Temporary files', {
        description: 'Bytes a second written because a sort or join did not fit into memory.',
        queries: [query(sum(rate(m.statDatabaseTempBytes.where(here)), byDatabase), { legend: '{{datname}}' })],
      }),
      timeseries('Checkpoints', {
        description: 'Those on request come because the write-ahead log ran full: it is too small for the load.',
        queries: [
          query(sum(rate(m.statBgwriterCheckpointsTimed.where(server))), { legend: 'by time', color: 'ok' }),
          query(sum(rate(m.statBgwriterCheckpointsReq.where(server))), { legend: 'on request', color: 'warning' }),
        ],
      }),
      timeseries('Buffers written', {
        queries: [
          query(sum(rate(m.statBgwriterBuffersCheckpoint.where(server))), { legend: 'by checkpoints' }),
          query(sum(rate(m.statBgwriterBuffersClean.where(server))), { legend: 'by the writer' }),
          query(sum(rate(m.statBgwriterBuffersBackend.where(server))), { legend: 'by connections' }),
        ],
      }),
      table('Databases', {
        queries: [
          query(sum(m.databaseSizeBytes.where(here), byDatabase), { legend: 'Size' }),
          query(sum(m.statDatabaseNumbackends.where(here), byDatabase), { legend: 'Connections' }),
        ],
        sortBy: 'Size',
      }),
    ]),
    row(
      'Exporter',
      [
        statetimeline('Up', {
          queries: [query(m.up.where({ instance }), { legend: '{{instance}}' })],
          mappings: upOrDown(),
        }),
        timeseries('Time to collect', {
          queries: [
            query(m.scrapeCollectorDurationSeconds.where({ instance }), { legend: '{{instance}} {{collector}}' }),
          ],
        }),
      ],
      { collapsed: true },
    ),
  ],
);
