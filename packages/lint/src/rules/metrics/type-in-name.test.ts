import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { typeInName } from './type-in-name.ts';

test('the type as a word of the name', () => {
  expect(findings(typeInName, exposing({ name: 'shop_orders_counter_total', type: 'counter' }))).toEqual([
    'warning (shop_orders_counter_total): shop_orders_counter_total has the metric type "counter" in its name',
  ]);
  expect(findings(typeInName, exposing({ name: 'shop_orders_gauge' }))).toEqual([
    'warning (shop_orders_gauge): shop_orders_gauge has the metric type "gauge" in its name',
  ]);
  expect(findings(typeInName, exposing({ name: 'shop_counters' }))).toEqual([]);
});
