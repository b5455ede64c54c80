import type { Resource } from '@binnacle/model';
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
const { metrics } = contractsOnPage({ ...STATE, resources: [...STATE.resources, board] });
const readers = (name: string): string[] | undefined =>
  metrics
    .find(({ metric }) => metric.name === name)
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
