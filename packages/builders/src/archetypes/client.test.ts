import { expect, test } from 'vitest';
import { alertLines } from '../fixtures/alert-lines.ts';
import { counter } from '../metrics/counter.ts';
import { summary } from '../metrics/summary.ts';
import { oneOf } from '../metrics/label.ts';
import { client } from './client.ts';

const labels = { database: oneOf('orders', 'stock') };
const requests = counter('shop_sql_queries_total', { help: 'Queries.', unit: 'queries', labels });
const errors = counter('shop_sql_errors_total', { help: 'Failed queries.', unit: 'queries', labels });
const duration = summary('shop_sql_duration_seconds', { help: 'Time taken.', unit: 'seconds', labels });
const place = { service: 'shop', part: 'sql', severity: 'page' } as const;

test('the resources of one library are told apart', () => {
  expect(alertLines(client({ requests, errors, duration, by: ['database'] })(place).rules())).toEqual([
    'ShopSqlErrorsHigh (ticket after 5m): sum by (database) (rate(shop_sql_errors_total[5m])) / sum by (database) (rate(shop_sql_queries_total[5m])) > 0.05 and sum by (database) (increase(shop_sql_errors_total[5m])) >= 3',
    'ShopSqlLatencyHigh (ticket after 5m): sum by (database) (rate(shop_sql_duration_seconds_sum[5m])) / sum by (database) (rate(shop_sql_duration_seconds_count[5m])) > 1',
  ]);
});

test('count, errors and latency are required', () => {
  expect(Object.keys(client({})(place).spec.missing ?? {})).toEqual(['requests', 'errors', 'duration']);
  expect(client({ requests, errors, duration })(place).spec.missing).toBeUndefined();
});
