import { expect, test } from 'vitest';
import { findings, panel, rules, SHOP } from '../../fixtures/resources.ts';
import { unknownMetric } from './unknown-metric.ts';

function found(query: string): string[] {
  return findings(unknownMetric, [SHOP, panel(query)]);
}

test('a misspelt name', () => {
  expect(found('rate(shop_http_request_total{code="500"}[5m])')).toMatchInlineSnapshot(`
    [
      "warning (Requests): shop_http_request_total is declared by no service, though shop declares other shop_ metrics
    rate(shop_http_request_total{code="500"}[5m])
         ^^^^^^^^^^^^^^^^^^^^^^^",
    ]
  `);
  expect(found('rate(shop_http_requests_total{code="500"}[5m])')).toEqual([]);
});

test('a name without its last word', () => {
  expect(found('rate(shop_http_requests[5m])')[0]).toMatch(/^warning/);
});

test('a name of its own is a note', () => {
  expect(found('shop_workers')).toMatchInlineSnapshot(`
    [
      "info (Requests): shop_workers is declared by no service, though shop declares other shop_ metrics
    shop_workers
    ^^^^^^^^^^^^",
    ]
  `);
});

test.each([
  'other_http_request_total',
  'up',
  'shop:http_requests:rate5m',
  'shop_$metric',
  '{__name__=~"shop_http_.*"}',
  'shop_http_request_duration_seconds_bucket',
  'shop_http_request_duration_seconds_count',
  'shop_payment_seconds_sum',
])('not reported: %s', (query) => {
  expect(found(query)).toEqual([]);
});

test('a record is known', () => {
  const record = rules({ record: 'shop_http_request_total', expr: 'sum(shop_http_requests_total)' });
  expect(findings(unknownMetric, [SHOP, record, panel('shop_http_request_total')])).toEqual([]);
});
