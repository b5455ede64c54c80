import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { buckets } from './buckets.ts';

test('buckets that do not ascend', () => {
  expect(
    findings(
      buckets,
      exposing({ name: 'shop_duration_seconds', type: 'histogram', unit: 'seconds', buckets: [0.1, 1, 0.5] }),
    ),
  ).toEqual(['error (shop_duration_seconds): bucket 0.5 of shop_duration_seconds is not above the one before it']);
  expect(
    findings(
      buckets,
      exposing({ name: 'shop_duration_seconds', type: 'histogram', unit: 'seconds', buckets: [0.1, 0.5, 1] }),
    ),
  ).toEqual([]);
});

test('the +Inf bucket written out', () => {
  expect(
    findings(buckets, exposing({ name: 'shop_duration_seconds', type: 'histogram', buckets: [1, Infinity] })),
  ).toEqual(['error (shop_duration_seconds): bucket Infinity of shop_duration_seconds is not finite']);
});

test('a classic histogram without buckets', () => {
  expect(findings(buckets, exposing({ name: 'shop_duration_seconds', type: 'histogram' }))).toEqual([
    'error (shop_duration_seconds): shop_duration_seconds declares no buckets',
  ]);
  expect(findings(buckets, exposing({ name: 'shop_duration_seconds', type: 'native-histogram' }))).toEqual([]);
});

test('a quantile written as a percentile', () => {
  expect(findings(buckets, exposing({ name: 'shop_duration_seconds', type: 'summary', quantiles: [0.5, 99] }))).toEqual(
    ['error (shop_duration_seconds): quantile 99 of shop_duration_seconds is not between 0 and 1'],
  );
  expect(
    findings(buckets, exposing({ name: 'shop_duration_seconds', type: 'summary', quantiles: [0.5, 0.99] })),
  ).toEqual([]);
});
