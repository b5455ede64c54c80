import { expect, test } from 'vitest';
import { baseUnitFor } from './units.ts';

test.each([
  ['milliseconds', 'seconds'],
  ['kibibytes', 'bytes'],
  ['hours', 'seconds'],
  ['megabits', 'bytes'],
  ['fahrenheit', 'celsius'],
  ['percent', 'ratio'],
  ['kilometers', 'meters'],
  ['seconds', undefined],
  ['requests', undefined],
  ['decimal', undefined],
  ['microservices', undefined],
])('%s → %s', (word, base) => {
  expect(baseUnitFor(word)).toBe(base);
});
