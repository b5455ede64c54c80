import {
  avg,
  avgOverTime,
  bargauge,
  dashboard,
  deploys,
  hero,
  instanceVariable,
  mappings,
  min,
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
} from '@binnacle/builders';
import { blackbox } from '../services/blackbox.ts';

const m = blackbox.metrics;
const instance = instanceVariable(m.success, { label: 'Target' });
const here = { instance };
const byTarget = { by: ['instance'] } as const;
const reachable = thresholds({ warning: 0.99, ok: 0.999 });

export default dashboard(
  blackbox,
  'Probes',
  {
    purpose: 'What do customers see from outside: is it there, and how long does it take?',
    main: true,
    variables: [instance],
    annotations: [deploys(m.blackboxExporterBuildInfo, 'version', { name: 'Exporter updates', off: true })],
  },
  [
    row('Reachable', [
      hero(
        statetimeline('Targets', {
          description: 'Whether the last probe of a target succeeded.',
          queries: [query(min(m.success.where(here), byTarget), { legend: '{{instance}}' })],
          mappings: mappings({ 1: ['Reachable', 'ok'], 0: ['Not reachable', 'critical'] }),
        }),
      ),
      minor(
        stat('Reachable now', {
          queries: [query(avg(m.success.where(here)))],
          thresholds: reachable,
        }),
      ),
      minor(
        stat('Worst of the last day', {
          queries: [query(min(avgOverTime(m.success.where(here), '1d')))],
          thresholds: reachable,
          sparkline: false,
        }),
      ),
      bargauge('Reachable in the last week', {
        queries: [query(min(avgOverTime(m.success.where(here), '7d'), byTarget), { legend: '{{instance}}' })],
        min: 0,
        max: 1,
        thresholds: reachable,
      }),
      table('Last answer', {
        queries: [
          query(min(m.success.where(here), byTarget), { legend: 'Reachable' }),
          query(min(m.httpStatusCode.where(here), byTarget), { legend: 'Status' }),
          query(min(m.durationSeconds.where(here), byTarget), { legend: 'Duration' }),
          query(min(m.httpVersion.where(here), byTarget), { legend: 'HTTP' }),
        ],
      }),
    ]),
    row('Duration', [
      hero(
        timeseries('Duration of probes', {
          queries: [query(m.durationSeconds.where(here), { legend: '{{instance}}' })],
        }),
      ),
      timeseries('Duration by phase', {
        description: 'Where the time goes: looking up the name, connecting, TLS, waiting for the answer, reading it.',
        queries: [query(avg(m.httpDurationSeconds.where(here), { by: ['phase'] }), { legend: '{{phase}}' })],
        stacked: true,
      }),
      timeseries('Name look-up', {
        queries: [query(m.dnsLookupTimeSeconds.where(here), { legend: '{{instance}}' })],
      }),
    ]),
    row(
      'Exporter',
      [
        timeseries('Connections failed', {
          description: 'Connections a second that the exporter could not open, by reason.',
          queries: [query(sum(rate(m.netConntrackDialerConnFailed), { by: ['reason'] }), { legend: '{{reason}}' })],
        }),
        timeseries('Unknown modules', {
          description: 'Probes a second that asked for a module nobody configured: Prometheus is set up wrongly.',
          color: 'critical',
          queries: [query(sum(rate(m.blackboxModuleUnknown)), { legend: 'unknown' })],
        }),
        statetimeline('Configuration', {
          queries: [query(m.blackboxExporterConfigLastReloadSuccessful, { legend: '{{instance}}' })],
          mappings: mappings({ 1: ['Loaded', 'ok'], 0: ['Refused', 'critical'] }),
        }),
      ],
      { collapsed: true },
    ),
  ],
);
