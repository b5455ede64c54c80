import { alert, group, max, rules } from '@binnacle/builders';
import { pushgateway } from '../services/pushgateway.ts';
import { up } from '../services/up.ts';

const { pushFailureTimeSeconds, pushTimeSeconds } = pushgateway.metrics;

export default rules(pushgateway, [
  group('pushgateway.alerts', { interval: '1m' }, [
    alert('PushgatewayDown', {
      expr: up.where({ job: 'pushgateway' }).eq(0),
      for: '10m',
      severity: 'ticket',
      summary: ({ label }) => `Pushgateway ${label('instance')} does not answer`,
      description: 'Batch jobs cannot say that they succeeded; their own alerts will fire next.',
    }),
    alert('PushgatewayPushRefused', {
      expr: max(pushFailureTimeSeconds, { by: ['job'] }).gt(max(pushTimeSeconds, { by: ['job'] })),
      for: '5m',
      severity: 'ticket',
      summary: ({ label }) => `What ${label('job')} last pushed was refused`,
      description: 'Its metrics contradict those of another job, or are no metrics. The answer to the push says why.',
    }),
  ]),
  ...pushgateway.parts.http.rules({ latency: false, absent: false }),
]);
