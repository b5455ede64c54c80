import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { waiver } from './waiver.ts';

test('a waiver without a reason', () => {
  expect(findings(waiver, exposing({ name: 'shop_orders', waiver: '' }))).toEqual([
    'error (shop_orders): the waiver of shop_orders gives no reason',
  ]);
  expect(findings(waiver, exposing({ name: 'shop_orders', waiver: 'named by the vendor' }))).toEqual([]);
});
