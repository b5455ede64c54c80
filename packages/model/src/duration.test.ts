import { expect, test } from 'vitest';
import { durationMs, durationText } from './duration.ts';

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

test.each([
  ['90s', '1m30s'],
  ['60m', '1h'],
  ['24h', '1d'],
  ['7d', '1w'],
  ['8d', '8d'],
  ['365d', '1y'],
  ['1500ms', '1s500ms'],
  ['0', '0s'],
])('%s is printed %s, as Prometheus does', (text, printed) => {
  expect(durationText(durationMs(text) ?? 0)).toBe(printed);
});
