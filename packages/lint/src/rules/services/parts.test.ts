import { expect, test } from 'vitest';
import { findings, service } from '../../fixtures/resources.ts';
import { parts } from './parts.ts';

test('an online-serving service without an online-serving part', () => {
  expect(
    findings(
      parts,
      service('shop', { kind: 'online-serving', parts: [{ archetype: 'cache', name: 'cart', roles: {} }] }),
    ),
  ).toEqual(['warning: service shop is of kind online-serving and has no online-serving part']);
  expect(
    findings(
      parts,
      service('shop', { kind: 'online-serving', parts: [{ archetype: 'online-serving', name: 'api', roles: {} }] }),
    ),
  ).toEqual([]);
});

test('kinds that any part will do for', () => {
  expect(findings(parts, service('shop', { kind: 'infrastructure' }))).toEqual([]);
});
