import { describe, expect, it } from 'vitest';
import { MAX_DURATION_MS, parseDuration, printDuration } from './duration.ts';

describe('parseDuration', () => {
  it.each([
    ['5m', 300_000],
    ['1h30m', 5_400_000],
    ['1m30ms', 60_030],
    ['1y2w3d4h5m6s7ms', 33_019_506_007],
    ['0s', 0],
    ['1000ms', 1000],
  ])('%s is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['', '5', '5M', '5hs', '1.5h', '1m1h', '5m5m', 'm'])('%j is no duration', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('tells a duration that is too long', () => {
    expect(parseDuration('293y')).toBe(Infinity);
    expect(parseDuration('292y')).toBeLessThan(MAX_DURATION_MS);
    expect(parseDuration('292y365d')).toBe(Infinity);
  });
});

describe('printDuration', () => {
  it.each([
    [0, '0s'],
    [5_400_000, '1h30m'],
    [90_061_001, '1d1h1m1s1ms'],
    [7 * 86_400_000, '1w'],
    [8 * 86_400_000, '8d'],
    [365 * 86_400_000, '1y'],
    [-300_000, '-5m'],
  ])('%d ms is %s', (ms, text) => {
    expect(printDuration(ms)).toBe(text);
  });
});
