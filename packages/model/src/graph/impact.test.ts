import { expect, test } from 'vitest';
import { diff } from '../diff/diff.ts';
import { sameText } from '../diff/difference.ts';
import type { MetricSpec } from '../kinds/service/spec.ts';
import type { Resource } from '../resource.ts';
import { impact } from './impact.ts';
import { projectGraph } from './project-graph.ts';

const metric = (name: string, about: Partial<MetricSpec> = {}): MetricSpec => ({
  name,
  type: 'counter',
  help: '',
  unit: '',
  labels: [],
  targetLabels: [],
  ...about,
});
const service = (name: string, about: object = {}): Resource => ({
  apiVersion: 'binnacle.dev/v1',
  kind: 'Service',
  metadata: { name },
  spec: {
    title: name,
    description: '',
    owner: 'payments',
    tier: 1,
    lifecycle: 'production',
    kind: 'online-serving',
    languages: [],
    links: [],
    contacts: [],
    dependsOn: [],
    tags: {},
    metrics: [metric('requests'), metric('duration', { type: 'histogram', buckets: [1] })],
    parts: [],
    ...about,
  },
});
const rules = (window: string, names: readonly string[] = ['job:requests:rate', 'job:errors:ratio']): Resource => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'shop', labels: { 'binnacle.dev/service': 'shop' } },
  spec: {
    groups: [
      {
        name: 'g',
        rules: [
          ...names.map((record) =>
            record === 'job:requests:rate'
              ? { record, expr: `rate(requests[${window}])` }
              : { record, expr: 'errors / job:requests:rate' },
          ),
          { alert: 'ErrorsHigh', expr: 'job:errors:ratio > 0.1', labels: { severity: 'page' } },
          { alert: 'Slow', expr: 'duration_bucket > 1' },
        ],
      },
    ],
  },
});
const dashboard: Resource = {
  apiVersion: 'dashboard.grafana.app/v1',
  kind: 'Dashboard',
  metadata: { name: 'shop', labels: { 'binnacle.dev/service': 'shop' } },
  spec: {
    title: 'Shop',
    panels: [
      { id: 1, title: 'Errors', type: 'timeseries', targets: [{ refId: 'A', expr: 'job:errors:ratio' }] },
      { id: 2, title: 'Up', type: 'timeseries', targets: [{ refId: 'A', expr: 'up' }] },
    ],
  },
};
const names = (query: string): string[] => [...query.matchAll(/[a-z][\w:]*/g)].map(([name]) => name);

function never(): never {
  throw new Error('it was read');
}

test('the graph is not read for a change that reaches nothing', () => {
  const before = { ...dashboard, spec: { title: 'Other' } };
  expect(impact({ before, after: dashboard }, never).panels).toEqual([]);
  expect(() => impact({ before: rules('5m'), after: rules('1m') }, never)).toThrow('it was read');
});

/** What the changes from one project to the other reach, as a reader sees it. */
function drawn(before: readonly Resource[], after: readonly Resource[]): string[] {
  const graph = (): ReturnType<typeof projectGraph> => projectGraph(after, names);
  return diff(before, after, sameText).flatMap((change) => {
    const { alerts, records, objectives, panels, services, routes, moves, series } = impact(change, graph);
    const found = [...alerts, ...records, ...objectives, ...panels, ...services, ...routes];
    return [
      ...found.map((node) => `${node.kind} ${node.name}${node.pages === true ? ' (pages)' : ''}`),
      ...(moves === undefined
        ? []
        : [`moves ${moves.alerts} alerts, ${moves.dashboards} dashboards, ${moves.routes} routes`]),
      ...(series === undefined ? [] : [`series ${series.before} → ${series.after}`]),
    ];
  });
}

test('a changed record reaches what reads it, through other records', () => {
  expect(drawn([rules('5m'), dashboard], [rules('1m'), dashboard])).toEqual([
    'alert ErrorsHigh (pages)',
    'record job:errors:ratio',
    'panel Errors',
  ]);
});

test('a record that is gone reaches what still reads it', () => {
  expect(drawn([rules('5m'), dashboard], [rules('5m', ['job:requests:rate']), dashboard])).toEqual([
    'alert ErrorsHigh (pages)',
    'panel Errors',
  ]);
});

test('a metric that left the contract reaches its readers, by the names of its series too', () => {
  expect(
    drawn([service('shop'), rules('5m')], [service('shop', { metrics: [metric('requests')] }), rules('5m')]),
  ).toEqual(['alert Slow', 'series 5 → 1']);
});

test('a metric that is measured otherwise reaches the promise that counts it', () => {
  const promise: Resource = {
    apiVersion: 'binnacle.dev/v1',
    kind: 'ServiceLevelObjective',
    metadata: { name: 'shop-availability', labels: { 'binnacle.dev/service': 'shop' } },
    spec: {
      title: 'Answers',
      description: '',
      objective: 99.9,
      window: '30d',
      indicator: { total: 'requests', bad: 'errors' },
    },
  };
  const renamed = service('shop', { metrics: [metric('duration', { type: 'histogram', buckets: [1] })] });
  expect(drawn([service('shop'), promise], [renamed, promise])).toEqual(['objective Answers', 'series 5 → 4']);
  expect(drawn([rules('5m'), promise], [rules('1m'), promise])).not.toContain('objective Answers');
});

test('a new owner takes the alerts and dashboards over', () => {
  expect(
    drawn([service('shop'), rules('5m'), dashboard], [service('shop', { owner: 'core' }), rules('5m'), dashboard]),
  ).toEqual(['moves 2 alerts, 1 dashboards, 0 routes']);
});

test('a service that is gone reaches those that need it', () => {
  const till = service('till', {
    dependsOn: ['shop'],
    metrics: [],
    description: 'Quite another one.',
    owner: 'tills',
    tier: 3,
  });
  expect(drawn([service('shop'), till], [till])).toEqual(['service till', 'series 5 → 0']);
});

const route = (team: string, receiver = team) => ({ matchers: [`team="${team}"`], receiver });
const routing = (...routes: object[]): Resource => ({
  apiVersion: 'binnacle.dev/v1',
  kind: 'AlertmanagerConfig',
  metadata: { name: 'main' },
  spec: { route: { receiver: 'all', routes }, receivers: [] },
});
const owned = (team: string, severity = 'page'): Resource => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'shop', labels: { 'binnacle.dev/service': 'shop' } },
  spec: { groups: [{ name: 'g', rules: [{ alert: 'Down', expr: 'up == 0', labels: { team, severity } }] }] },
});
const teams = routing(route('payments'), route('core'));

test('a new owner moves the routes that its alerts come to', () => {
  const before = [service('shop'), owned('payments'), teams];
  const after = [service('shop', { owner: 'core' }), owned('core'), teams];
  expect(drawn(before, after)).toEqual(['route team="core" → core', 'moves 1 alerts, 0 dashboards, 2 routes']);
});

test('an alert with other labels reaches the routes that take it now, one with another expression none', () => {
  const paging = routing({ matchers: ['severity="page"'], receiver: 'pager', continue: true }, route('payments'));
  expect(drawn([owned('payments', 'ticket'), paging], [owned('payments'), paging])).toEqual([
    'route severity="page" → pager',
    'route team="payments" → payments',
  ]);
  expect(drawn([rules('5m'), paging], [rules('5m'), paging])).toEqual([]);
  expect(drawn([paging], [owned('core'), paging])).toEqual(['route severity="page" → pager']);
});

test('another tree reaches the alerts that it takes elsewhere', () => {
  const before = [owned('payments'), teams];
  expect(drawn(before, [owned('payments'), routing(route('payments', 'pager'), route('core'))])).toEqual([
    'alert Down (pages)',
  ]);
  expect(drawn(before, [owned('payments'), routing(route('payments'), route('core', 'other'))])).toEqual([]);
});

test('a changed record reaches the routes of the alerts that read it', () => {
  const all = routing(route('payments'));
  expect(drawn([rules('5m'), all], [rules('1m'), all])).toEqual([
    'alert ErrorsHigh (pages)',
    'record job:errors:ratio',
    'route all the rest → all',
    'route team="payments" → payments',
  ]);
});
