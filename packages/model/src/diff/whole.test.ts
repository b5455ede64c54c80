import { expect, test } from 'vitest';
import type { Resource } from '../resource.ts';
import { sameText } from './difference.ts';
import { wholeDifferences } from './whole.ts';

const resource = (kind: string, spec: object): Resource => ({
  apiVersion: 'binnacle.dev/v1',
  kind,
  metadata: { name: 'a' },
  spec,
});

/** What is said of a resource that comes and of one that goes, as a reader sees it. */
function drawn(one: Resource): string[] {
  return [wholeDifferences({ after: one }, sameText), wholeDifferences({ before: one }, sameText)].map((differences) =>
    differences
      .map(({ change, text, consequence = '', details = [] }) => [change, text, consequence, ...details].join(' | '))
      .join('; '),
  );
}

const panels = ['Traffic', 'Errors', '', 'p99', 'A', 'B', 'C', 'D'];
const dashboard = resource('Dashboard', {
  panels: [
    ...panels.map((title, id) => ({ id, title, type: 'text' })),
    { id: 99, title: 'More', type: 'row', collapsed: true, panels: [] },
  ],
});
const service = resource('Service', {
  title: 'Checkout',
  description: 'Takes\n  orders.',
  owner: 'payments',
  tier: 1,
  lifecycle: 'production',
  kind: 'online-serving',
  metrics: [{}],
  dependsOn: ['cart', 'mail'],
});
const objective = resource('ServiceLevelObjective', {
  objective: 99.9,
  window: '30d',
  indicator: { total: 'requests_total', bad: 'failures_total' },
});
const routing = resource('AlertmanagerConfig', {
  route: { receiver: 'mail', routes: [{ receiver: 'pager', matchers: ['severity="page"'] }] },
  receivers: [{ name: 'mail' }, { name: 'pager' }],
});

test.each<[string, Resource, string, string]>([
  [
    'a dashboard',
    { ...dashboard, apiVersion: 'dashboard.grafana.app/v1' },
    'added | 8 panels (Traffic, Errors, p99, A, B, C, …) in 1 row | ',
    'removed | 8 panels (Traffic, Errors, p99, A, B, C, …) in 1 row | ',
  ],
  [
    'a service',
    service,
    'added | tier 1, online-serving, production; owned by payments; 1 metric; needs cart, mail |  | “Takes orders.”',
    'removed | tier 1, online-serving, production; owned by payments; 1 metric; needs cart, mail |  | “Takes orders.”',
  ],
  [
    'a promise',
    objective,
    'added | 99.9% over 30d | a full outage may last 43m12s | events: total `requests_total`, bad `failures_total`',
    'removed | 99.9% over 30d |  | events: total `requests_total`, bad `failures_total`',
  ],
  [
    'a check that waits for pings',
    resource('HealthCheck', { schedule: '0 4 * * *', grace: '10m' }),
    'added | expects a ping at `0 4 * * *` (UTC) and tells when one is 10m late | ',
    'removed | expects a ping at `0 4 * * *` (UTC) and tells when one is 10m late | ',
  ],
  [
    'a routing tree',
    routing,
    'added | 2 routes to 2 receivers (mail, pager) | ',
    'removed | 2 routes to 2 receivers (mail, pager) | ',
  ],
  ['a folder, whose title says it all', resource('Folder', { title: 'Shop' }), '', ''],
])('%s', (_what, one, added, removed) => {
  expect(drawn(one)).toEqual([added, removed]);
});
