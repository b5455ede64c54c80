import { expect, test } from 'vitest';
import { commonPrefix, propertyFor } from './property-name.ts';

test('the word most names begin with', () => {
  expect(commonPrefix(['shop_a', 'shop_b', 'http_c'])).toBe('shop_');
  expect(commonPrefix(['shop_a', 'http_c'])).toBe('');
  expect(commonPrefix(['shop_a'])).toBe('');
});

test('short where it can be, in full where it has to be', () => {
  expect(propertyFor('shop_orders_total', 'shop_', new Set())).toBe('orders');
  expect(propertyFor('shop_orders_total', 'shop_', new Set(['orders']))).toBe('ordersTotal');
  expect(propertyFor('shop_orders_total', 'shop_', new Set(['orders', 'ordersTotal']))).toBe('shopOrdersTotal');
  expect(propertyFor('shop_2xx', 'shop_', new Set())).toBe('shop2xx');
  expect(propertyFor('my.metric', '', new Set())).toBe('myMetric');
  expect(propertyFor('注文', '', new Set(['metric']))).toBe('metric2');
});
