import { expect, test } from 'vitest';
import { createDistinct, MOST_VALUES } from './distinct.ts';

function count(...values: readonly string[]) {
  const distinct = createDistinct();
  for (const value of values) distinct.add(value);
  return distinct;
}

function numbered(length: number): string[] {
  return Array.from({ length }, (_, index) => `user-${index}`);
}

test('exact while every value is kept', () => {
  expect(count('a', 'b', 'a')).toMatchObject({ values: new Set(['a', 'b']), overflowed: false, size: 2 });
  expect(count(...numbered(MOST_VALUES), 'user-0')).toMatchObject({ overflowed: false, size: MOST_VALUES });
});

test('an estimate within two percent beyond that', () => {
  for (const length of [MOST_VALUES + 1, 10_000, 300_000]) {
    const distinct = createDistinct();
    for (const value of [...numbered(length), ...numbered(length)]) distinct.add(value);
    expect(distinct.overflowed).toBe(true);
    expect(distinct.values.size).toBe(MOST_VALUES);
    expect(Math.abs(distinct.size / length - 1)).toBeLessThan(0.02);
  }
});
