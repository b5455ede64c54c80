import { expect, test } from 'vitest';
import { exposing, findings, panel, rules, SHOP } from '../../fixtures/resources.ts';
import { bucket } from './bucket.ts';

function found(query: string): string[] {
  return findings(bucket, [SHOP, panel(query)]);
}

const RATE = 'rate(shop_http_request_duration_seconds_bucket[5m])';

test('buckets without le', () => {
  expect(found(`histogram_quantile(0.9, sum by (class) (${RATE}))`)).toMatchInlineSnapshot(`
    [
      "error (Requests): histogram_quantile() needs the label le of shop_http_request_duration_seconds_bucket: sum by (class) removes it
    histogram_quantile(0.9, sum by (class) (rate(shop_http_request_duration_seconds_bucket[5m])))
                            ^^^",
    ]
  `);
  expect(found(`histogram_quantile(0.9, sum by (class, le) (${RATE}))`)).toEqual([]);
});

test('another series than the buckets', () => {
  expect(found('histogram_quantile(0.9, rate(shop_http_request_duration_seconds_count[5m]))')).toMatchInlineSnapshot(`
    [
      "error (Requests): a quantile of shop_http_request_duration_seconds_count: the buckets of the classic histogram shop_http_request_duration_seconds are in another series
    histogram_quantile(0.9, rate(shop_http_request_duration_seconds_count[5m]))
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    ]
  `);
  expect(found('histogram_quantile(0.9, shop_http_request_duration_seconds)')).toHaveLength(1);
});

test.each([
  `histogram_quantile(0.9, ${RATE})`,
  `histogram_quantile(0.9, sum without (job) (${RATE}))`,
  `histogram_quantile(0.9, sum by ($by) (${RATE}))`,
  'histogram_quantile(0.9, sum(rate(undeclared_bucket[5m])))',
  `histogram_quantile(0.9, sum(${RATE} or rate(undeclared[5m])))`,
  'histogram_quantile(0.9, $query)',
])('nothing certain: %s', (query) => {
  expect(found(query)).toEqual([]);
});

test('a native histogram has no buckets of its own', () => {
  const native = exposing({ name: 'shop_seconds', type: 'native-histogram' });
  expect(findings(bucket, [native, panel('histogram_quantile(0.9, sum(rate(shop_seconds[5m])))')])).toEqual([]);
});

test('alerts are checked too', () => {
  const expr = `histogram_quantile(0.9, sum without (le) (${RATE})) > 1`;
  expect(findings(bucket, [SHOP, rules({ alert: 'Slow', expr })])).toHaveLength(1);
});
