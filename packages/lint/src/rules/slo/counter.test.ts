import { expect, test } from 'vitest';
import { findings, objective, SHOP } from '../../fixtures/resources.ts';
import { syntax } from '../promql/syntax.ts';
import { sloCounter } from './counter.ts';

test('an objective of a gauge', () => {
  expect(findings(sloCounter, [SHOP, objective('shop_queue_length{queue="orders"}')])).toMatchInlineSnapshot(`
    [
      "error (shop-availability): shop_queue_length does not count events, so no share of them can be promised
    shop_queue_length{queue="orders"}
    ^^^^^^^^^^^^^^^^^",
    ]
  `);
});

test.each([
  'shop_http_requests_total{code=~"5.."}',
  'shop_http_request_duration_seconds_bucket{le="0.5"}',
  'shop_http_request_duration_seconds_count',
  'undeclared_total',
])('%s counts', (selector) => {
  expect(findings(sloCounter, [SHOP, objective(selector)])).toEqual([]);
});

test.each(['shop_http_request_duration_seconds_sum', 'shop_payment_seconds'])('%s counts no events', (selector) => {
  expect(findings(sloCounter, [SHOP, objective(selector)])).toHaveLength(1);
});

test('an expression is no selector', () => {
  expect(findings(syntax, [SHOP, objective('sum(rate(shop_http_requests_total[5m]))')])).toMatchInlineSnapshot(`
    [
      "error (shop-availability): an objective counts series, not an expression
    sum(rate(shop_http_requests_total[5m]))
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    ]
  `);
});
