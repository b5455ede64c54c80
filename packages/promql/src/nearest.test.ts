import { expect, it } from 'vitest';
import { FUNCTIONS } from './functions.ts';
import { nearest } from './nearest.ts';

it.each([
  ['rat', 'rate'],
  ['rtae', 'rate'],
  ['histogram_quantil', 'histogram_quantile'],
  ['SUM_OVER_TIME', 'sum_over_time'],
  ['label_repalce', 'label_replace'],
])('%s was meant to be %s', (typed, meant) => {
  expect(nearest(typed, FUNCTIONS.keys())).toBe(meant);
});

it.each(['f', 'frobnicate', 'x'.repeat(100)])('%s is near nothing', (typed) => {
  expect(nearest(typed, FUNCTIONS.keys())).toBeUndefined();
});

it('capitals do not matter on either side', () => {
  expect(nearest('MailFialsX', ['MailQueueFull', 'MailFails'])).toBe('MailFails');
});
