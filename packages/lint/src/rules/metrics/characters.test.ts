import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { characters } from './characters.ts';

test('a colon', () => {
  expect(findings(characters, exposing({ name: 'shop:orders_total' }))).toEqual([
    'warning (shop:orders_total): shop:orders_total has a colon, which is reserved for recording rules',
  ]);
  expect(findings(characters, exposing({ name: 'shop_orders_total' }))).toEqual([]);
});

test('camelCase', () => {
  expect(findings(characters, exposing({ name: 'shop_ordersPlaced_total' }))).toEqual([
    'warning (shop_ordersPlaced_total): shop_ordersPlaced_total is camelCase',
  ]);
});

test('a character that needs quotes', () => {
  expect(findings(characters, exposing({ name: 'shop.orders' }))).toEqual([
    'warning (shop.orders): "shop.orders" is not a metric name that can be written without quotes',
  ]);
  expect(findings(characters, exposing({ name: '2xx_responses' }))).toEqual([
    'warning (2xx_responses): "2xx_responses" is not a metric name that can be written without quotes',
  ]);
});
