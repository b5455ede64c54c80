import { expect, it } from 'vitest';
import { formatHistogram, shortNumber } from './format.ts';
import { histogram } from './histogram.ts';

it('writes numbers in Go’s shortest form', () => {
  expect([1, 0.5, 1e21, 1e20, 0.0001, 0.00001, -0, Infinity, NaN].map(shortNumber)).toEqual([
    '1',
    '0.5',
    '1e+21',
    '100000000000000000000',
    '0.0001',
    '1e-05',
    '-0',
    '+Inf',
    'NaN',
  ]);
});

it('writes a histogram from its lowest to its highest bucket', () => {
  const h = histogram({
    count: 6,
    sum: 2.5,
    zeroCount: 1,
    zeroThreshold: 0.001,
    positive: { index: [0, 2], count: [2, 1] },
    negative: { index: [1], count: [2] },
  });
  expect(formatHistogram(h)).toBe('{count:6, sum:2.5, [-2,-1):2, [-0.001,0.001]:1, (0.5,1]:2, (2,4]:1}');
});
