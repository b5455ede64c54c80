import { expect, test } from 'vitest';
import { didYouMean, nearest } from './nearest.ts';

test.each([
  ['annotatoins', ['annotations', 'labels'], 'annotations'],
  ['Expr', ['expr', 'for'], 'expr'],
  ['fr', ['expr', 'for'], 'for'],
  ['chekout', ['checkout', 'invoices'], 'checkout'],
])('%s most likely means %3$s', (word, names, expected) => {
  expect(nearest(word, names)).toBe(expected);
});

test('nothing is near a word with nothing in common', () => {
  expect(nearest('severity', ['expr', 'for', 'labels'])).toBeUndefined();
});

test('of equally near names the alphabetically first is taken', () => {
  expect(nearest('cat', ['rat', 'bat'])).toBe('bat');
});

test('didYouMean lists the known names when none is near, and says nothing when there are none', () => {
  expect(didYouMean('chekout', ['checkout'])).toBe("did you mean 'checkout'?");
  expect(didYouMean('zzz', ['b', 'a'])).toBe('known: a, b');
  expect(didYouMean('zzz', ['b', 'a'], 1)).toBe('known: a, … (2)');
  expect(didYouMean('zzz', [])).toBeUndefined();
});
