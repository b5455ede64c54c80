import {
  alertlist,
  dashboard,
  hero,
  minor,
  query,
  row,
  stat,
  sum,
  thresholds,
  time,
  timeseries,
} from '@binnacle/builders';
import { invoices } from '../services/invoices.ts';

const { duration, lastCompletion, lastSuccess, records, stages } = invoices.metrics;
const job = { job: 'invoices' };
const hour = 3600;

export default dashboard(
  invoices,
  'Invoices',
  {
    purpose: 'Did the invoices go out, and is the job about to take longer than the night?',
    main: true,
    time: { from: 'now-14d' },
    refresh: '5m',
  },
  [
    row('Last run', [
      hero(
        timeseries('Time since the last success', {
          description: 'Rises all day and falls at night. Past a day and a half, customers wait for their invoices.',
          queries: [query(time().sub(lastSuccess.where(job)), { legend: 'since success' })],
          thresholds: thresholds({ warning: 30 * hour, critical: 36 * hour }),
          min: 0,
        }),
      ),
      minor(
        stat('Last success', {
          queries: [query(time().sub(lastSuccess.where(job)))],
          thresholds: thresholds({ warning: 30 * hour, critical: 36 * hour }),
          sparkline: false,
        }),
      ),
      minor(stat('Last end', { queries: [query(time().sub(lastCompletion.where(job)))], sparkline: false })),
      minor(stat('Records', { queries: [query(records.where(job))], sparkline: false })),
    ]),
    row('Runs', [
      timeseries('Duration', {
        description: 'How long a run takes. The night is eight hours long.',
        queries: [query(duration.where(job), { legend: 'run' })],
        thresholds: thresholds({ warning: 4 * hour, critical: 8 * hour }),
      }),
      timeseries('Duration by stage', {
        queries: [query(sum(stages.where(job), { by: ['stage'] }), { legend: '{{stage}}' })],
        stacked: true,
      }),
      timeseries('Time for a record', {
        description: 'Rises when the job gets slower, and not when there is more to do.',
        queries: [query(duration.where(job).div(records.where(job)), { legend: 'mean' })],
        unit: 's',
      }),
      alertlist('Alerts', { labels: { service: 'invoices' } }),
    ]),
  ],
);
