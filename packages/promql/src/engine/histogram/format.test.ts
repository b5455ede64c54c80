import { expect, it } from 'vitest';
import { formatHistogram } from './format.ts';
import { histogram } from './histogram.ts';

it('writes a histogram from its lowest to its highest bucket', () => {
  const h = histogram({
    count: 6,
    sum: 1_234_567.5,
    zeroCount: 1,
    zeroThreshold: 0.001,
    positive: { index: [0, 2], count: [2, 1] },
    negative: { index: [1], count: [2] },
  });
  expect(formatHistogram(h)).toBe('{count:6, sum:1.2345675e+06, [-2,-1):2, [-0.001,0.001]:1, (0.5,1]:2, (2,4]:1}');
});
