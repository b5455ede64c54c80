import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { reservedSuffix } from './reserved-suffix.ts';

test('a suffix of histograms and summaries', () => {
  expect(findings(reservedSuffix, exposing({ name: 'shop_orders_count' }))).toEqual([
    'warning (shop_orders_count): shop_orders_count ends in _count, which histograms and summaries add to their own name',
  ]);
  expect(findings(reservedSuffix, exposing({ name: 'shop_discounts' }))).toEqual([]);
});
