import { alert, avgOverTime, changes, days, group, min, quantity, rules, seconds, time } from '@binnacle/builders';
import { blackbox } from '../services/blackbox.ts';

const { blackboxExporterConfigLastReloadSuccessful, durationSeconds, sslEarliestCertExpiry, success } =
  blackbox.metrics;

const byTarget = { by: ['instance'] } as const;

export default rules(blackbox, [
  group('blackbox.alerts', { interval: '1m' }, [
    alert('ProbeFailing', {
      expr: min(success, byTarget).eq(0),
      for: '3m',
      severity: 'page',
      summary: ({ label }) => `${label('instance')} cannot be reached from outside`,
      description: 'Customers cannot reach it either. If the service itself is content, look at DNS and the edge.',
    }),
    alert('ProbeFlapping', {
      expr: changes(success, '30m').gt(quantity(6, 'changes')),
      severity: 'ticket',
      summary: ({ label }) => `${label('instance')} comes and goes`,
      description: 'Too short to page anyone, too often to be well.',
    }),
    alert('ProbeSlow', {
      expr: avgOverTime(durationSeconds, '10m').gt(seconds(2)),
      for: '10m',
      severity: 'ticket',
      summary: ({ label, value }) => `${label('instance')} takes ${value.humanizeDuration} as seen from outside`,
      description: 'The phases of the request tell whether DNS, the connection, TLS or the service takes the time.',
    }),
    alert('ProbeCertificateExpiring', {
      expr: min(sslEarliestCertExpiry, byTarget).sub(time()).lt(days(14)),
      for: '1h',
      severity: 'ticket',
      summary: ({ label, value }) => `The certificate of ${label('instance')} expires in ${value.humanizeDuration}`,
      description: 'It should have been renewed at thirty days. After that, no browser goes there.',
    }),
    alert('ProbeConfigRefused', {
      expr: min(blackboxExporterConfigLastReloadSuccessful, byTarget).lt(1),
      for: '10m',
      severity: 'ticket',
      summary: ({ label }) => `The blackbox exporter ${label('instance')} runs with an old configuration`,
      description: 'New probes are not made.',
    }),
  ]),
]);
