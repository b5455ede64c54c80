import { describe, expect, it } from 'vitest';
import { slicePath, slicesOf } from './slices.ts';

describe('pieces of a pie', () => {
  it('follow each other', () => {
    expect(slicesOf([1, 3])).toEqual([
      { from: 0, to: 0.25 },
      { from: 0.25, to: 1 },
    ]);
  });

  it('are empty for what is not positive', () => {
    expect(slicesOf([-1, 0, 2])).toEqual([
      { from: 0, to: 0 },
      { from: 0, to: 0 },
      { from: 0, to: 1 },
    ]);
  });

  it('are drawn from the top', () => {
    expect(slicePath({ from: 0, to: 0.25 }, 10, 0)).toBe('M 0.00 -10.00 A 10 10 0 0 1 10.00 -0.00 L 0.00 0.00  Z');
  });
});
