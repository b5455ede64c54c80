import { expect, test } from 'vitest';
import { isAnnotationKey, isLabel } from './labels.ts';

test.each([
  ['binnacle.dev/service', 'checkout', true],
  ['team', '', true],
  ['team', 'a.b_c-D1', true],
  ['team', 'two words', false],
  ['team', 'https://example.com', false],
  ['team', 'x'.repeat(63), true],
  ['team', 'x'.repeat(64), false],
  ['-team', 'x', false],
  ['a/b/c', 'x', false],
  ['UPPER.dev/x', 'x', false],
])('label %s: %j is valid: %s', (key, value, expected) => {
  expect(isLabel(key, value)).toBe(expected);
});

test.each([
  ['grafana.app/folder', true],
  ['a b', false],
])('annotation key %s is valid: %s', (key, expected) => {
  expect(isAnnotationKey(key)).toBe(expected);
});
