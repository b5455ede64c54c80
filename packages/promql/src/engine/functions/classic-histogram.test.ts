import { describe, expect, it } from 'vitest';
import { classicFraction, classicQuantile, tidy } from './classic-histogram.ts';

const buckets = { bounds: [1, 2, Infinity], counts: [2, 6, 8] };

describe('classicQuantile', () => {
  it('interpolates within a bucket, from zero in the first', () => {
    expect(classicQuantile(0.5, buckets)).toBe(1.5);
    expect(classicQuantile(0.125, buckets)).toBe(0.5);
  });
  it('ends at the last finite bound', () => {
    expect(classicQuantile(0.99, buckets)).toBe(2);
  });
  it('has no value without a bucket to +Inf or without observations', () => {
    expect(classicQuantile(0.5, { bounds: [1, 2], counts: [1, 2] })).toBeNaN();
    expect(classicQuantile(0.5, { bounds: [1, Infinity], counts: [0, 0] })).toBeNaN();
  });
  it('is infinite outside of 0 to 1', () => {
    expect([classicQuantile(-0.1, buckets), classicQuantile(1.1, buckets)]).toEqual([-Infinity, Infinity]);
  });
});

describe('classicFraction', () => {
  it('interpolates at both ends', () => {
    expect(classicFraction(0.5, 1.5, buckets)).toBe(0.375);
    expect(classicFraction(-Infinity, Infinity, buckets)).toBe(1);
    expect(classicFraction(2, 1, buckets)).toBe(0);
  });
});

describe('tidy', () => {
  it('sorts, joins equal bounds and lifts counts that fall', () => {
    const { buckets: tidied, repair } = tidy({ bounds: [Infinity, 1, 1, 2], counts: [9, 2, 3, 4] });
    expect(tidied).toEqual({ bounds: [1, 2, Infinity], counts: [5, 5, 9] });
    expect(repair).toEqual({ lowest: 2, highest: 2, largest: 1 });
  });
  it('takes a tiny fall for rounding', () => {
    expect(tidy({ bounds: [1, Infinity], counts: [1, 1 - 1e-15] }).repair).toBeUndefined();
  });
});
