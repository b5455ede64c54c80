import { describe, expect, it } from 'vitest';
import { promDuration, rateInterval, stepsOf } from './intervals.ts';

describe('the step of a query', () => {
  it('moves the range to multiples of the step', () => {
    expect(stepsOf({ from: 61_000, to: 130_000, interval: 15_000 })).toEqual({
      start: 60_000,
      end: 120_000,
      step: 15_000,
    });
  });

  it('is never finer than the query asks for', () => {
    expect(stepsOf({ from: 0, to: 600_000, interval: 15_000, minimum: 60_000 }).step).toBe(60_000);
  });

  it('gives no more points than Prometheus answers', () => {
    const { start, end, step } = stepsOf({ from: 0, to: 30 * 86_400_000, interval: 1000 });
    expect((end - start) / step).toBeLessThanOrEqual(11_000);
  });
});

describe('$__rate_interval', () => {
  it('holds four scrapes when the step is short', () => {
    expect(rateInterval(15_000, 15_000)).toBe(60_000);
  });

  it('is a scrape wider than a long step', () => {
    expect(rateInterval(300_000, 15_000)).toBe(315_000);
  });
});

describe('a duration in PromQL', () => {
  it.each([
    [60_000, '1m'],
    [90_000, '90s'],
    [7_200_000, '2h'],
    [250, '250ms'],
  ])('%d ms is %s', (ms, text) => {
    expect(promDuration(ms)).toBe(text);
  });
});
