import { expect, test } from 'vitest';
import { exposing, findings, panel, SHOP } from '../../fixtures/resources.ts';
import { rateOfGauge } from './rate-of-gauge.ts';

function found(query: string): string[] {
  return findings(rateOfGauge, [SHOP, panel(query)]);
}

test('the rate of a gauge', () => {
  expect(found('sum(rate(shop_queue_length[5m]))')).toMatchInlineSnapshot(`
    [
      "error (Requests): rate() is of counters only: shop_queue_length is a gauge, and every fall of it would count as a reset
    sum(rate(shop_queue_length[5m]))
        ^^^^",
    ]
  `);
  expect(found('sum(rate(shop_http_requests_total[5m]))')).toEqual([]);
});

test.each([
  'increase((shop_queue_length{queue="a"})[1h:1m])',
  'irate(shop_payment_seconds[5m])',
  'resets(shop_http_requests_created[1d])',
])('%s', (query) => {
  expect(found(query)).toHaveLength(1);
});

test.each([
  'deriv(shop_queue_length[5m])',
  'delta(shop_queue_length[5m])',
  'rate(shop_payment_seconds_sum[5m])',
  'rate(shop_http_request_duration_seconds_bucket[5m])',
  'rate(sum(shop_queue_length)[5m:])',
  'rate(undeclared[5m])',
  'rate({__name__=~"shop_.*"}[5m])',
])('nothing certain: %s', (query) => {
  expect(found(query)).toEqual([]);
});

test('a name that is a counter elsewhere is left to metrics/conflict', () => {
  const declared = exposing({ name: 'shop_open' }, { name: 'shop_open', type: 'counter' });
  expect(findings(rateOfGauge, [declared, panel('rate(shop_open[5m])')])).toEqual([]);
});
