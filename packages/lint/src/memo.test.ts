import { expect, test } from 'vitest';
import { forgetful } from './memo.ts';

test('remembers up to its size', () => {
  const map = forgetful<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  expect([map.get('a'), map.get('b'), map.has('c')]).toEqual([1, 2, false]);
});

test('forgets everything when one more comes', () => {
  const map = forgetful<string, number>(2);
  for (const [index, key] of ['a', 'b', 'c'].entries()) map.set(key, index);
  expect([map.has('a'), map.has('b'), map.get('c')]).toEqual([false, false, 2]);
});
