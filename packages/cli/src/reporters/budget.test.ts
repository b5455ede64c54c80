import { expect, test } from 'vitest';
import { withinBudget } from './budget.ts';

const sections = ['a', 'b', 'c'].map((name) => ({ whole: name.repeat(30), short: name }));

test('without a limit everything is whole', () => {
  expect(withinBudget('head', sections)).toBe(`head\n\n${'a'.repeat(30)}\n\n${'b'.repeat(30)}\n\n${'c'.repeat(30)}\n`);
});

test('the first sections are whole, the others in short', () => {
  expect(withinBudget('head', sections, { bytes: 80, note: 'See the log.' })).toBe(
    `head\n\n${'a'.repeat(30)}\n\nb\n\nc\n\nSee the log.\n`,
  );
});

test('what does not even fit in short is counted', () => {
  expect(withinBudget('head', sections, { bytes: 42, note: 'See the log.' })).toBe(
    'head\n\na\n\nb\n\n… and 1 more. See the log.\n',
  );
});

test.each([40, 60, 80, 100, 120])('never more than %i bytes, counted as UTF-8', (bytes) => {
  const wide = sections.map(({ whole, short }) => ({ whole: `${whole}→→→`, short: `${short}→` }));
  expect(Buffer.byteLength(withinBudget('head', wide, { bytes, note: 'See the log.' }))).toBeLessThanOrEqual(bytes);
});
