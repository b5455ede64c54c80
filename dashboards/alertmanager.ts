import {
  dashboard,
  deploys,
  hero,
  instanceVariable,
  mappings,
  minor,
  query,
  rate,
  row,
  stat,
  statetimeline,
  sum,
  table,
  timeseries,
} from '@binnacle/builders';
import { alertmanager } from '../services/alertmanager.ts';

const m = alertmanager.metrics;
const instance = instanceVariable(m.alerts);
const here = { instance };
const failedShare = sum(rate(m.notificationsFailed.where(here))).div(sum(rate(m.notifications.where(here))));

export default dashboard(
  alertmanager,
  'Alertmanager',
  {
    purpose: 'Does every alert reach somebody, and how many are there?',
    main: true,
    variables: [instance],
    annotations: [deploys(m.buildInfo, 'version')],
  },
  [
    row('Notifications', [
      hero(
        timeseries('Notifications failed', {
          description:
            'Notifications a second that a receiver did not take. Behind each may be a page that nobody got.',
          queries: [
            query(sum(rate(m.notificationsFailed.where(here)), { by: ['integration'] }), { legend: '{{integration}}' }),
          ],
        }),
      ),
      minor(stat('Failed', { queries: [query(failedShare)], noValue: 'None sent', color: 'critical' })),
      minor(stat('Alerts active', { queries: [query(sum(m.alerts.where({ ...here, state: 'active' })))] })),
      minor(stat('Silences active', { queries: [query(sum(m.silences.where({ ...here, state: 'active' })))] })),
      timeseries('Notifications sent', {
        queries: [
          query(sum(rate(m.notifications.where(here)), { by: ['integration'] }), { legend: '{{integration}}' }),
        ],
      }),
      timeseries('Time to notify', {
        description: 'Time that 99 of 100 notifications need to be taken.',
        queries: [
          query(m.notificationLatencySeconds.where(here).quantile(0.99, { by: ['integration'] }), {
            legend: '{{integration}}',
          }),
        ],
      }),
      table('Receivers', {
        description: 'What was sent to whom, a second, and how much of that failed.',
        queries: [
          query(sum(rate(m.notifications.where(here)), { by: ['integration'] }), { legend: 'Sent' }),
          query(
            sum(rate(m.notificationsFailed.where(here)), { by: ['integration'] }).div(
              sum(rate(m.notifications.where(here)), { by: ['integration'] }),
            ),
            { legend: 'Failed' },
          ),
        ],
        sortBy: 'Failed',
      }),
    ]),
    row('Alerts', [
      timeseries('Alerts by state', {
        queries: [query(sum(m.alerts.where(here), { by: ['state'] }), { legend: '{{state}}' })],
        stacked: true,
      }),
      timeseries('Alerts received', {
        queries: [query(sum(rate(m.alertsReceived.where(here)), { by: ['status'] }), { legend: '{{status}}' })],
      }),
      timeseries('Alerts refused', {
        description: 'Alerts a second that were not valid: whoever sent them is not heard.',
        color: 'critical',
        queries: [query(sum(rate(m.alertsInvalid.where(here))), { legend: 'invalid' })],
      }),
      timeseries('Silences by state', {
        queries: [query(sum(m.silences.where(here), { by: ['state'] }), { legend: '{{state}}' })],
      }),
    ]),
    row(
      'Itself',
      [
        timeseries('API', {
          description: 'Time that 99 of 100 requests stay below.',
          queries: [
            query(m.httpRequestDurationSeconds.where(here).quantile(0.99, { by: ['handler'] }), {
              legend: '{{handler}}',
            }),
          ],
        }),
        timeseries('Data on disk', {
          queries: [
            query(m.nflogSnapshotSizeBytes.where(here), { legend: '{{instance}} notification log' }),
            query(m.silencesSnapshotSizeBytes.where(here), { legend: '{{instance}} silences' }),
          ],
        }),
        statetimeline('Configuration', {
          queries: [query(m.configLastReloadSuccessful.where(here), { legend: '{{instance}}' })],
          mappings: mappings({ 1: ['Loaded', 'ok'], 0: ['Refused', 'critical'] }),
        }),
      ],
      { collapsed: true },
    ),
  ],
);
