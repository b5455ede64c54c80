import { expect, it } from 'vitest';
import { compareNaturally } from './natural-order.ts';

it('compares runs of digits as numbers', () => {
  const texts = ['4m1000', '4m5', '4m600', '4', '10', '', 'a10b2', 'a10b1', 'a9'];
  expect(texts.toSorted(compareNaturally)).toEqual(['', '4', '4m5', '4m600', '4m1000', '10', 'a9', 'a10b1', 'a10b2']);
});
