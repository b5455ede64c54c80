import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { infoSuffix } from './info-suffix.ts';

test('an info metric without the suffix', () => {
  expect(findings(infoSuffix, exposing({ name: 'shop_build', type: 'info' }))).toEqual([
    'warning (shop_build): info metric shop_build does not end in _info',
  ]);
  expect(findings(infoSuffix, exposing({ name: 'shop_build_info', type: 'info' }))).toEqual([]);
});

test('the suffix on another type', () => {
  expect(findings(infoSuffix, exposing({ name: 'shop_build_info', type: 'gauge' }))).toEqual([
    'warning (shop_build_info): shop_build_info ends in _info and is a gauge',
  ]);
});
