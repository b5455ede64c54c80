import { expect, test } from 'vitest';
import { alertLines } from '../fixtures/alert-lines.ts';
import { rowLines } from '../fixtures/row-lines.ts';
import { counter } from '../metrics/counter.ts';
import { cache } from './cache.ts';

const requests = counter('shop_cart_lookups_total', { help: 'Look-ups.', unit: 'lookups' });
const hits = counter('shop_cart_hits_total', { help: 'Hits.', unit: 'lookups' });
const backingRequests = counter('shop_cart_loads_total', { help: 'Loads.', unit: 'loads' });
const backingErrors = counter('shop_cart_load_failures_total', { help: 'Failed loads.', unit: 'loads' });
const place = { service: 'shop', part: 'cart', severity: 'page' } as const;
const cart = cache({ requests, hits, backingRequests, backingErrors })(place);

test('alerts on hits, and on what is behind', () => {
  expect(alertLines(cart.rules())).toEqual([
    'ShopCartHitRatioLow (ticket after 15m): sum(rate(shop_cart_hits_total[5m])) / sum(rate(shop_cart_lookups_total[5m])) < 0.8 and sum(rate(shop_cart_lookups_total[5m])) > 1',
    'ShopCartBackingErrorsHigh (ticket after 5m): sum(rate(shop_cart_load_failures_total[5m])) / sum(rate(shop_cart_loads_total[5m])) > 0.05 and sum(increase(shop_cart_load_failures_total[5m])) >= 3',
  ]);
});

test('the system behind is part of a cache', () => {
  expect(Object.keys(cache({ requests, hits })(place).spec.missing ?? {})).toEqual([
    'duration',
    'backingRequests',
    'backingErrors',
    'backingDuration',
  ]);
});

test('the rows', () => {
  expect(rowLines(cache({ requests, hits })(place).rows())).toEqual([
    '# Cart',
    'Hit ratio: sum(rate(shop_cart_hits_total[$__rate_interval])) / sum(rate(shop_cart_lookups_total[$__rate_interval]))',
    'Look-ups: sum(rate(shop_cart_lookups_total[$__rate_interval]))',
  ]);
  expect(cart.rows().map((row) => row.title)).toEqual(['Cart', 'Cart: behind']);
});
