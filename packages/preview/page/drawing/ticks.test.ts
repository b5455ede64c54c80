import { describe, expect, it } from 'vitest';
import { scale, ticks, timeTicks } from './ticks.ts';

describe('marks of an axis', () => {
  it.each([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [0.3, 1.1, 4, [0.4, 0.6, 0.8, 1]],
    [-3, 3, 3, [-2, 0, 2]],
    [5, 5, 4, [5]],
  ])('from %d to %d', (min, max, count, marks) => {
    expect(ticks(min, max, count)).toEqual(marks);
  });

  it('of time are on whole minutes', () => {
    expect(timeTicks(30_000, 400_000, 5)).toEqual([300_000]);
    expect(timeTicks(0, 3_600_000, 4)).toEqual([0, 900_000, 1_800_000, 2_700_000, 3_600_000]);
  });
});

describe('a scale', () => {
  it('may run downwards', () => {
    expect(scale([0, 10], [100, 0])(2.5)).toBe(75);
  });

  it('of one value is its beginning', () => {
    expect(scale([3, 3], [10, 20])(3)).toBe(10);
  });
});
