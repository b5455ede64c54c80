import { alert, avg, group, increase, max, quantity, ratio, rules, sum } from '@binnacle/builders';
import { prometheus } from '../services/prometheus.ts';

const {
  configLastReloadSuccessful,
  notificationsAlertmanagersDiscovered,
  notificationsQueueCapacity,
  notificationsQueueLength,
  ruleEvaluationFailures,
  ruleGroupIterationsMissed,
  sdFailedConfigs,
  targetScrapesExceededSampleLimit,
  targetScrapesSampleDuplicateTimestamp,
  targetScrapesSampleOutOfOrder,
  tsdbCompactionsFailed,
  tsdbWalCorruptions,
  up,
} = prometheus.metrics;
const { parts } = prometheus;

const byInstance = { by: ['instance'] } as const;

export default rules(prometheus, [
  group('prometheus.alerts', { interval: '1m' }, [
    alert('PrometheusTargetsDown', {
      expr: avg(up, { by: ['job'] }).lt(0.9),
      for: '10m',
      severity: 'ticket',
      summary: ({ label, value }) => `Only ${value.humanizePercentage} of the targets of ${label('job')} answer`,
      description: 'What they would report is missing from graphs and alerts.',
    }),
    alert('PrometheusConfigRefused', {
      expr: max(configLastReloadSuccessful, byInstance).eq(0),
      for: '10m',
      severity: 'ticket',
      summary: ({ label }) => `Prometheus ${label('instance')} runs with an old configuration`,
      description: 'It could not load the newest one, and will not start with it either.',
    }),
    alert('PrometheusDiscoveryFailing', {
      expr: max(sdFailedConfigs, { by: ['instance', 'name'] }).gt(0),
      for: '15m',
      severity: 'ticket',
      summary: ({ label }) => `Prometheus ${label('instance')} cannot discover the targets of ${label('name')}`,
      description: 'New targets are not scraped and old ones stay.',
    }),
    alert('PrometheusRulesFailing', {
      expr: sum(increase(ruleEvaluationFailures, '15m'), { by: ['instance', 'rule_group'] }).gt(0),
      severity: 'page',
      summary: ({ label }) => `Rules of ${label('rule_group')} fail on Prometheus ${label('instance')}`,
      description: 'Their alerts cannot fire. The page on rules says why.',
    }),
    alert('PrometheusRulesLate', {
      expr: sum(increase(ruleGroupIterationsMissed, '15m'), { by: ['instance', 'rule_group'] }).gt(0),
      for: '15m',
      severity: 'ticket',
      summary: ({ label }) => `Prometheus ${label('instance')} skips evaluations of ${label('rule_group')}`,
      description: 'One evaluation takes longer than the interval of the group: split it, or make its queries cheaper.',
    }),
    alert('PrometheusAlertmanagerMissing', {
      expr: max(notificationsAlertmanagersDiscovered, byInstance).lt(1),
      for: '10m',
      severity: 'page',
      summary: ({ label }) => `Prometheus ${label('instance')} knows no Alertmanager`,
      description: 'Alerts fire and nobody is told.',
    }),
    alert('PrometheusNotificationQueueFull', {
      expr: max(notificationsQueueLength, byInstance).div(max(notificationsQueueCapacity, byInstance)).gt(ratio(0.8)),
      for: '5m',
      severity: 'page',
      summary: ({ label, value }) =>
        `The queue of notifications of Prometheus ${label('instance')} is ${value.humanizePercentage} full`,
      description: 'Beyond that, alerts are dropped.',
    }),
    alert('PrometheusSamplesRefused', {
      expr: sum(increase(targetScrapesSampleDuplicateTimestamp, '15m'), byInstance)
        .add(sum(increase(targetScrapesSampleOutOfOrder, '15m'), byInstance))
        .gt(0),
      for: '15m',
      severity: 'ticket',
      summary: ({ label }) => `Prometheus ${label('instance')} refuses samples`,
      description: 'Two targets report the same series, or one reports the past. Graphs lack what was refused.',
    }),
    alert('PrometheusSampleLimitReached', {
      expr: sum(increase(targetScrapesExceededSampleLimit, '15m'), byInstance).gt(quantity(0, 'scrapes')),
      severity: 'ticket',
      summary: ({ label }) => `A target has more series than Prometheus ${label('instance')} takes`,
      description: 'All it reports is dropped. Some label has more values than anyone thought.',
    }),
    alert('PrometheusStorageFailing', {
      expr: sum(increase(tsdbCompactionsFailed, '3h'), byInstance).gt(0),
      severity: 'ticket',
      summary: ({ label }) => `Prometheus ${label('instance')} cannot compact its storage`,
      description: 'Usually the disk is full. Memory and disk usage grow until it stops.',
    }),
    alert('PrometheusStorageCorrupt', {
      expr: sum(increase(tsdbWalCorruptions, '3h'), byInstance).gt(0),
      severity: 'page',
      summary: ({ label }) => `Prometheus ${label('instance')} found its log damaged`,
      description: 'The newest samples are lost, and more will be: look at the disk.',
    }),
  ]),
  ...parts.http.rules({ latency: false }),
  ...parts.queries.rules({ wait: 2 }),
  ...parts.notifications.rules({ errorShare: 0.01, severity: 'page' }),
]);
