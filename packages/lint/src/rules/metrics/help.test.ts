import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { help } from './help.ts';

test('no help', () => {
  expect(findings(help, exposing({ name: 'shop_orders', help: ' ' }))).toEqual([
    'warning (shop_orders): shop_orders has no help',
  ]);
  expect(findings(help, exposing({ name: 'shop_orders', help: 'Orders being packed.' }))).toEqual([]);
});

test('the name again', () => {
  expect(findings(help, exposing({ name: 'shop_orders', help: 'shop_orders' }))).toEqual([
    'warning (shop_orders): shop_orders has no help',
  ]);
});
