import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { totalSuffix } from './total-suffix.ts';

test('a counter without the suffix', () => {
  expect(findings(totalSuffix, exposing({ name: 'shop_orders', type: 'counter' }))).toEqual([
    'warning (shop_orders): counter shop_orders does not end in _total',
  ]);
  expect(findings(totalSuffix, exposing({ name: 'shop_orders_total', type: 'counter' }))).toEqual([]);
});

test('the suffix on another type', () => {
  expect(findings(totalSuffix, exposing({ name: 'shop_orders_total', type: 'gauge' }))).toEqual([
    'warning (shop_orders_total): shop_orders_total ends in _total and is a gauge',
  ]);
  expect(findings(totalSuffix, exposing({ name: 'shop_orders', type: 'gauge' }))).toEqual([]);
});
