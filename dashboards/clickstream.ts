import {
  alertlist,
  dashboard,
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
import { clickstream } from '../services/clickstream.ts';

const { heartbeat, inProgress, received, rejected, sent } = clickstream.metrics;
const { parts } = clickstream;
const byStage = { by: ['stage'] } as const;
const delay = time().sub(max(heartbeat, byStage));

export default dashboard(
  clickstream,
  'Clickstream',
  { purpose: 'How old is what the warehouse knows, and which stage holds it up?', main: true },
  [
    row('Freshness', [
      hero(
        timeseries('Propagation delay', {
          description:
            'How long ago the newest heartbeat that reached a stage was sent. What differs between two stages is lost in the first of them.',
          queries: [query(delay, { legend: '{{stage}}' })],
          thresholds: thresholds({ warning: 300, critical: 900 }),
          min: 0,
        }),
      ),
      minor(
        stat('Age of the newest click', {
          queries: [query(time().sub(max(heartbeat.where({ stage: 'store' }))))],
          thresholds: thresholds({ warning: 300, critical: 900 }),
        }),
      ),
      minor(stat('Events in', { queries: [query(sum(rate(received.where({ stage: 'receive' }))))] })),
      minor(
        stat('Rejected', {
          queries: [query(sum(rate(rejected)).div(sum(rate(received.where({ stage: 'receive' })))))],
          thresholds: thresholds({ warning: 0.001, critical: 0.01 }),
        }),
      ),
      timeseries('In and out', {
        description: 'A stage that sends less than it receives falls behind, or drops.',
        queries: [
          query(sum(rate(received), byStage), { legend: '{{stage}} in' }),
          query(sum(rate(sent), byStage), { legend: '{{stage}} out' }),
        ],
      }),
      timeseries('Backlog', { queries: [query(sum(inProgress, byStage), { legend: '{{stage}}' })], stacked: true }),
      timeseries('Rejected by reason', {
        queries: [query(sum(rate(rejected), { by: ['reason'] }), { legend: '{{reason}}' })],
        stacked: true,
      }),
      table('Stages', {
        queries: [
          query(sum(rate(received), byStage), { legend: 'In' }),
          query(sum(rate(sent), byStage), { legend: 'Out' }),
          query(delay, { legend: 'Delay' }),
        ],
        sortBy: 'Delay',
      }),
      alertlist('Alerts', { labels: { service: 'clickstream' } }),
    ]),
    ...parts.parsing.rows({ title: 'Parsing', collapsed: true }),
    ...parts.workers.rows({ title: 'Workers' }),
  ],
);
