import { expect, test } from 'vitest';
import { isAtLeast } from './version.ts';

test.each([
  ['2.42', '2.42', true],
  ['2.42.0', '2.42', true],
  ['2.9', '2.42', false],
  ['3.0', '2.53', true],
  ['2.53', '3.0', false],
  ['v13.1.0', '13', true],
  ['13', '13.1', false],
])('%s is at least %s: %s', (version, minimum, expected) => {
  expect(isAtLeast(version, minimum)).toBe(expected);
});
