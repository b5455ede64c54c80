import { describe, expect, it } from 'vitest';
import { metric } from '../../src/fixtures/shop.ts';
import type { ContractOnPage } from '../../src/wire/project.ts';
import { metricGroups } from './metric-groups.ts';

const contract = (service: string, name: string, help = 'Things.'): ContractOnPage => ({
  service,
  metric: metric({ name, help }),
  seriesPerInstance: 1,
  readers: [],
  findings: [],
});
const ALL = [
  contract('shop', 'shop_orders_total'),
  contract('shop', 'shop_requests_total'),
  contract('db', 'db_size_bytes', 'Size of what orders are kept in.'),
];
const names = (question: string, most = 10) =>
  metricGroups(ALL, question, most).groups.map(({ service, contracts }) => [
    service,
    ...contracts.map((one) => one.metric.name),
  ]);

describe('what a search leaves of the metrics', () => {
  it('is all of them by service when nothing is asked', () => {
    expect(names('')).toEqual([
      ['shop', 'shop_orders_total', 'shop_requests_total'],
      ['db', 'db_size_bytes'],
    ]);
  });

  it('is what fits in name, service or help, names first', () => {
    expect(names('orders')).toEqual([
      ['shop', 'shop_orders_total'],
      ['db', 'db_size_bytes'],
    ]);
    expect(names('db size')).toEqual([['db', 'db_size_bytes']]);
    expect(names('nothing')).toEqual([]);
  });

  it('is no more than can be looked through, and says how many there are besides', () => {
    expect(metricGroups(ALL, 'o', 1)).toMatchObject({ found: 3, left: 2 });
    expect(metricGroups(ALL, '', 1)).toMatchObject({ found: 3, left: 0 });
  });
});
