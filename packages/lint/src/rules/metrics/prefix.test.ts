import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { prefix } from './prefix.ts';

test('a single word', () => {
  expect(findings(prefix, exposing({ name: 'requests_total', type: 'counter' }))).toEqual([
    'warning (requests_total): requests_total does not say what it belongs to',
  ]);
  expect(findings(prefix, exposing({ name: 'shop_requests_total', type: 'counter' }))).toEqual([]);
});
