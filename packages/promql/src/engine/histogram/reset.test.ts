import { describe, expect, it } from 'vitest';
import { CUSTOM_SCHEMA, histogram } from './histogram.ts';
import { detectReset } from './reset.ts';

const buckets = (...count: number[]) => ({ index: count.map((_, i) => i), count });
const before = histogram({ count: 4, zeroCount: 1, zeroThreshold: 0.5, positive: buckets(1, 2) });

const custom = (customBounds: number[], ...count: number[]) =>
  histogram({ schema: CUSTOM_SCHEMA, count: 10, customBounds, positive: buckets(...count) });

describe('detectReset', () => {
  it('sees growth as growth, also in fewer and wider buckets', () => {
    expect(detectReset({ ...before, count: 5, positive: buckets(1, 3) }, before)).toBe(false);
    expect(
      detectReset(
        histogram({
          count: 4,
          schema: -1,
          zeroCount: 1,
          zeroThreshold: 0.5,
          positive: { index: [0, 1], count: [1, 2] },
        }),
        before,
      ),
    ).toBe(false);
    expect(
      detectReset({ ...before, zeroThreshold: 1, zeroCount: 2, positive: { index: [1], count: [2] } }, before),
    ).toBe(false);
  });
  it('sees what went down, in all or in one bucket', () => {
    expect(detectReset({ ...before, count: 3 }, before)).toBe(true);
    expect(detectReset({ ...before, positive: buckets(0, 3) }, before)).toBe(true);
    expect(detectReset({ ...before, zeroCount: 0, positive: buckets(2, 2) }, before)).toBe(true);
  });
  it('takes a finer layout for a reset', () => {
    expect(detectReset({ ...before, schema: 1 }, before)).toBe(true);
    expect(detectReset({ ...before, zeroThreshold: 0.1 }, before)).toBe(true);
    expect(detectReset(histogram({ schema: CUSTOM_SCHEMA, count: 9 }), before)).toBe(true);
  });
  it('believes the hint', () => {
    expect(detectReset({ ...before, hint: 'reset' }, before)).toBe(true);
    expect(detectReset({ ...before, count: 0, hint: 'notReset' }, before)).toBe(false);
    expect(detectReset({ ...before, count: 0, hint: 'gauge' }, before)).toBe(false);
  });
  it('compares custom layouts by their common bounds', () => {
    expect(detectReset(custom([1, 2, 3], 1, 1, 1, 7), custom([1, 3], 1, 2, 7))).toBe(false);
    expect(detectReset(custom([1, 2, 3], 1, 0, 1, 8), custom([1, 3], 1, 2, 7))).toBe(true);
  });
});
