import { expect, test } from 'vitest';
import { findings, service } from '../../fixtures/resources.ts';
import { owner } from './owner.ts';

test('no owner', () => {
  expect(findings(owner, service('shop', { owner: '' }))).toEqual(['error: service shop has no owner']);
  expect(findings(owner, service('shop', { owner: 'team-shop' }))).toEqual([]);
});

test('a name instead of a handle', () => {
  expect(findings(owner, service('shop', { owner: 'The Shop Team' }))).toEqual([
    'error: service shop has "The Shop Team" for an owner, which is no handle',
  ]);
});
