import type { Diagnostic, Resource } from '@binnacle/model';
import { expect, it } from 'vitest';
import { STATE } from '../fixtures/state.ts';
import { contractsOnPage } from './contracts-on-page.ts';

const board: Resource = {
  apiVersion: 'dashboard.grafana.app/v1',
  kind: 'Dashboard',
  metadata: { name: 'board' },
  spec: {
    title: 'Board',
    schemaVersion: 42,
    templating: { list: [{ type: 'query', name: 'instance', query: 'label_values(shop_disk_free_bytes, instance)' }] },
    panels: [{ id: 1, type: 'stat', title: 'Errors', targets: [{ refId: 'A', expr: 'job:shop_errors:ratio_rate5m' }] }],
  },
};
const finding = { rule: 'a/b', severity: 'warning', message: 'odd' } as const;
const FINDINGS: readonly Diagnostic[] = [
  { ...finding, message: 'no such unit', resource: 'Service/shop', path: '/spec/metrics/1/unit' },
  {
    ...finding,
    message: 'rate of a gauge',
    resource: 'Dashboard/board',
    path: '/spec/panels/0',
    snippet: { text: 'rate(shop_disk_free_bytes[5m])', start: 0, end: 4 },
  },
  { ...finding, message: 'no owner', resource: 'Service/shop', path: '/spec/owner' },
];
const { metrics } = contractsOnPage({ ...STATE, findings: FINDINGS, resources: [...STATE.resources, board] });
const named = (name: string) => metrics.find(({ metric }) => metric.name === name);
const about = (name: string) => named(name)?.findings.map(({ message }) => message);
const readers = (name: string): string[] | undefined =>
  named(name)
    ?.readers.map(({ kind, name: reader, resource }) => `${kind} ${reader} (${resource})`)
    .toSorted();

it('every metric has its service, and how many series it can be', () => {
  expect(metrics).toHaveLength(10);
  expect(metrics[0]).toMatchObject({ service: 'shop', metric: { name: 'shop_requests_total' }, seriesPerInstance: 10 });
});

it('what reads it, also through a record', () => {
  expect(readers('shop_requests_total')).toEqual([
    'alert ShopErrors (shop)',
    'panel Errors (board)',
    'record job:shop_errors:ratio_rate5m (shop)',
  ]);
});

it('a variable reads the metric whose labels it lists', () => {
  expect(readers('shop_disk_free_bytes')).toEqual(['variable instance (board)']);
  expect(readers('shop_disk_size_bytes')).toEqual([]);
});

it('what reads it itself comes first, with the way to each', () => {
  expect(named('shop_requests_total')?.readers).toEqual([
    {
      kind: 'record',
      name: 'job:shop_errors:ratio_rate5m',
      resource: 'shop',
      place: 'PrometheusRule/shop/spec/groups/0/rules/0',
    },
    {
      kind: 'alert',
      name: 'ShopErrors',
      resource: 'shop',
      place: 'PrometheusRule/shop/spec/groups/0/rules/1',
      through: 'job:shop_errors:ratio_rate5m',
    },
    { kind: 'panel', name: 'Errors', resource: 'board', place: 'panel-1', through: 'job:shop_errors:ratio_rate5m' },
  ]);
});

it('findings about its declaration and about queries that read it, and no others', () => {
  expect(about('shop_request_duration_seconds')).toEqual(['no such unit']);
  expect(about('shop_disk_free_bytes')).toEqual(['rate of a gauge']);
  expect(about('shop_requests_total')).toEqual([]);
});

it('how definitions get at it, where they can', () => {
  const source = {
    origin: { file: '/shop/services/shop.ts', line: 1, column: 1 },
    names: { '/spec/metrics/0': 'requests' },
    exported: { file: '/shop/services/shop.ts', name: 'shop' },
  };
  const resources = STATE.resources.map((one) => (one.kind === 'Service' ? { ...one, source } : one));
  const [first, second] = contractsOnPage({ ...STATE, resources }).metrics;
  expect(first?.code).toEqual({ file: 'services/shop.ts', exportName: 'shop', key: 'requests' });
  expect(second).not.toHaveProperty('code');
  expect(metrics[0]).not.toHaveProperty('code');
});
