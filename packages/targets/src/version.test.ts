import { expect, test } from 'vitest';
import { isAtLeast, versionNotes } from './version.ts';

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

test.each([
  ['the same minor version', '3.5.1', '3.5', []],
  ['only a major one is named', '3.9.0', '3', []],
  ['nobody says', undefined, '3.5', []],
  [
    'an older one',
    '2.42.0',
    '3.5',
    [
      "Prometheus 2.42.0 runs, what is declared was checked for 3.5, and may lack what that has: write prometheus: { version: '2.42' } into the environment",
    ],
  ],
  [
    'a newer one',
    '3.6.0',
    '3.5',
    [
      "Prometheus 3.6.0 runs, what is declared was checked for 3.5: write prometheus: { version: '3.6' } into the environment",
    ],
  ],
])('a note where another version runs: %s', (_name, running, checkedFor, notes) => {
  expect(versionNotes('prometheus', running, checkedFor)).toEqual(notes);
});
