import { alert, group, increase, max, rules, sum } from '@binnacle/builders';
import { alertmanager } from '../services/alertmanager.ts';
import { up } from '../services/up.ts';

const { alertsInvalid, configLastReloadSuccessful } = alertmanager.metrics;
const { parts } = alertmanager;

export default rules(alertmanager, [
  group('alertmanager.alerts', { interval: '1m' }, [
    alert('AlertmanagerDown', {
      expr: up.where({ job: 'alertmanager' }).eq(0),
      for: '5m',
      severity: 'page',
      summary: ({ label }) => `Alertmanager ${label('instance')} does not answer`,
      description: 'If it is the only one, this alert reaches nobody either: an outside watch has to.',
    }),
    alert('AlertmanagerConfigRefused', {
      expr: max(configLastReloadSuccessful, { by: ['instance'] }).eq(0),
      for: '10m',
      severity: 'ticket',
      summary: ({ label }) => `Alertmanager ${label('instance')} runs with an old configuration`,
      description: 'New routes and receivers are not used.',
    }),
    alert('AlertmanagerAlertsInvalid', {
      expr: sum(increase(alertsInvalid, '15m'), { by: ['instance'] }).gt(0),
      severity: 'ticket',
      summary: ({ label }) => `Alertmanager ${label('instance')} refuses alerts`,
      description: 'Somebody sends alerts that it cannot read; nobody is told of them.',
    }),
  ]),
  ...parts.notifications.rules({ errorShare: 0.01, minErrors: 1, severity: 'page' }),
  ...parts.delivery.rules({ latency: 10 }),
  ...parts.http.rules({ latency: false, absent: true }),
]);
