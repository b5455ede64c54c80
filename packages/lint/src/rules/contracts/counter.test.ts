import { expect, test } from 'vitest';
import { findings, panel, rules, SHOP } from '../../fixtures/resources.ts';
import { counter } from './counter.ts';

function found(query: string): string[] {
  return findings(counter, [SHOP, panel(query)]);
}

test('a counter as it is', () => {
  expect(found('sum by (code) (shop_http_requests_total{code="500"}) / 60')).toMatchInlineSnapshot(`
    [
      "warning (Requests): shop_http_requests_total only ever grows, and begins again at 0 with every restart
    sum by (code) (shop_http_requests_total{code="500"}) / 60
                   ^^^^^^^^^^^^^^^^^^^^^^^^",
    ]
  `);
  expect(found('sum by (code) (rate(shop_http_requests_total{code="500"}[5m])) / 60')).toEqual([]);
});

test.each([
  'topk(3, shop_http_request_duration_seconds_count)',
  'round(-shop_payment_seconds_sum)',
  'shop_http_requests_total and shop_queue_length > 1',
  'shop_http_requests_total - 5',
  '{__name__="shop_http_requests_total"}',
  'vector(0) or shop_http_requests_total',
])('raw: %s', (query) => {
  expect(found(query)).toHaveLength(1);
});

test.each([
  'increase(shop_http_requests_total[1h])',
  'resets(shop_http_requests_total[1h])',
  'changes(shop_http_requests_total[1h])',
  'absent(shop_http_requests_total)',
  'count by (code) (shop_http_requests_total)',
  'shop_http_requests_total - shop_http_requests_total offset 1h',
  'sum(shop_http_requests_total) - sum(shop_http_request_duration_seconds_count) > 5',
  'shop_http_requests_total != shop_http_request_duration_seconds_count',
  'shop_queue_length unless shop_http_requests_total',
  'max_over_time(shop_http_requests_total[1h])',
  'time() - shop_http_requests_created',
  'shop_payment_seconds',
  'undeclared_total',
])('not raw: %s', (query) => {
  expect(found(query)).toEqual([]);
});

test('alerts are compared, records are not', () => {
  const expr = 'shop_http_requests_total > 100';
  expect(findings(counter, [SHOP, rules({ alert: 'A', expr })])).toHaveLength(1);
  expect(findings(counter, [SHOP, rules({ record: 'a:b:c', expr })])).toEqual([]);
});

test('a sum of thousands of terms', () => {
  expect(found(Array.from({ length: 5_000 }, () => 'vector(1)').join(' + '))).toEqual([]);
});
