import { expect, test } from 'vitest';
import { durationMs } from './duration.ts';

test.each([
  ['0', 0],
  ['0s', 0],
  ['30s', 30_000],
  ['5m', 300_000],
  ['1h30m', 5_400_000],
  ['1d', 86_400_000],
  ['2w', 1_209_600_000],
  ['1y', 31_536_000_000],
  ['1s500ms', 1500],
])('%s is %d ms', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

test.each(['', '5', '5 m', '1.5h', '30m1h', '5min', '-5m', '1m1m', '300y'])('%j is no Prometheus duration', (text) => {
  expect(durationMs(text)).toBeUndefined();
});
