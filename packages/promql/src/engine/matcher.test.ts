import { expect, it } from 'vitest';
import { regexTest } from './matcher.ts';

it('anchors regular expressions at both ends and lets . match line feeds', () => {
  expect(['ab', 'xab', 'abx'].map(regexTest('a.'))).toEqual([true, false, false]);
  expect(regexTest('a.b')('a\nb')).toBe(true);
  expect(regexTest('(?i)abc')('ABC')).toBe(true);
});

it('takes alternatives of plain texts', () => {
  expect(['GET', 'POST', 'GETPOST', ''].map(regexTest('GET|POST'))).toEqual([true, true, false, false]);
  expect(['', 'a'].map(regexTest('|a'))).toEqual([true, true]);
  expect(['', 'a'].map(regexTest('.+'))).toEqual([false, true]);
});

it('does not backtrack', () => {
  const started = performance.now();
  expect(regexTest('(a+)+$')(`${'a'.repeat(5000)}b`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(2000);
});
