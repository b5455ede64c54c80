import {
  dashboard,
  gaugePanel,
  hero,
  instanceVariable,
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
} from '@binnacle/builders';
import { redis } from '../services/redis.ts';

const m = redis.metrics;
const instance = instanceVariable(m.up);
const here = { instance };
const hits = sum(rate(m.keyspaceHits.where(here)));
const misses = sum(rate(m.keyspaceMisses.where(here)));
const byCommand = { by: ['cmd'] } as const;

export default dashboard(
  redis,
  'Redis',
  {
    purpose: 'Does Redis answer fast, does what it keeps get used, and has it room?',
    main: true,
    variables: [instance],
  },
  [
    row('Commands', [
      hero(
        timeseries('Commands', {
          description: 'Commands a second, by command.',
          queries: [query(sum(rate(m.commands.where(here)), byCommand), { legend: '{{cmd}}' })],
          stacked: true,
        }),
      ),
      minor(
        stat('Hit ratio', {
          description: 'Share of look-ups that found their key.',
          queries: [query(hits.div(hits.add(misses)))],
          thresholds: thresholds({ warning: 0.5, ok: 0.8 }),
        }),
      ),
      minor(stat('Clients', { queries: [query(sum(m.connectedClients.where(here)))] })),
      timeseries('Time of a command', {
        description: 'Mean time by command.',
        queries: [
          query(
            sum(rate(m.commandsDurationSeconds.where(here)), byCommand).div(
              sum(rate(m.commands.where(here)), byCommand),
            ),
            { legend: '{{cmd}}' },
          ),
        ],
        unit: 's',
      }),
      timeseries('Commands failed', {
        description: 'Commands a second that Redis refused or that failed.',
        queries: [
          query(sum(rate(m.commandsRejectedCalls.where(here)), byCommand), { legend: '{{cmd}} rejected' }),
          query(sum(rate(m.commandsFailedCalls.where(here)), byCommand), { legend: '{{cmd}} failed' }),
        ],
      }),
      table('By command', {
        queries: [
          query(sum(rate(m.commands.where(here)), byCommand), { legend: 'Calls' }),
          query(sum(rate(m.commandsDurationSeconds.where(here)), byCommand), { legend: 'Share of time' }),
        ],
        sortBy: 'Share of time',
      }),
    ]),
    row('Keys', [
      hero(
        timeseries('Hits and misses', {
          queries: [
            query(hits, { legend: 'hits', color: 'ok' }),
            query(misses, { legend: 'misses', color: 'warning' }),
          ],
          stacked: true,
        }),
      ),
      timeseries('Keys by database', {
        queries: [query(sum(m.dbKeys.where(here), { by: ['db'] }), { legend: '{{db}}' })],
      }),
      timeseries('Keys given up', {
        description: 'Keys a second that expired, as they should, or were evicted for lack of memory.',
        queries: [
          query(sum(rate(m.expiredKeys.where(here))), { legend: 'expired' }),
          query(sum(rate(m.evictedKeys.where(here))), { legend: 'evicted', color: 'critical' }),
        ],
      }),
    ]),
    row('Memory', [
      timeseries('Memory', {
        queries: [
          query(m.memoryUsedBytes.where(here), { legend: '{{instance}} used' }),
          query(m.memoryUsedRssBytes.where(here), { legend: '{{instance}} resident' }),
          query(m.memoryMaxBytes.where(here).gt(0), { legend: '{{instance}} limit', color: 'critical' }),
        ],
      }),
      gaugePanel('Fragmentation', {
        description:
          'Resident memory for each byte used. Far above 1 the rest is wasted; below 1 Redis is swapped out.',
        queries: [query(m.memFragmentationRatio.where(here), { legend: '{{instance}}' })],
        unit: 'none',
        decimals: 2,
        max: 3,
      }),
    ]),
    row('Clients and network', [
      timeseries('Clients', {
        id: 'clients-by-state',
        queries: [
          query(m.connectedClients.where(here), { legend: '{{instance}} connected' }),
          query(m.blockedClients.where(here), { legend: '{{instance}} blocked', color: 'warning' }),
        ],
      }),
      timeseries('Connections refused', {
        color: 'critical',
        queries: [query(sum(rate(m.rejectedConnections.where(here))), { legend: 'rejected' })],
      }),
      timeseries('Traffic', {
        queries: [
          query(sum(rate(m.netInputBytes.where(here))), { legend: 'in' }),
          query(sum(rate(m.netOutputBytes.where(here))), { legend: 'out' }),
        ],
      }),
      statetimeline('Up', { queries: [query(m.up.where(here), { legend: '{{instance}}' })], mappings: upOrDown() }),
    ]),
  ],
);
