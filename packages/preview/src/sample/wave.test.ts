import { expect, it } from 'vitest';
import { createWave } from './wave.ts';

const HOUR = 3600;
const START = 1_800_000_000;
const shape = { daily: 0.35, noise: 1, bursts: { every: 5 * HOUR, length: 240, extra: 0.6, seed: 7 } };
const wave = createWave(shape, 1);

/** Times a second apart over two days. */
const times = Array.from({ length: 48 * HOUR }, (_, i) => START + i);

it('adds up to what the rate says', () => {
  const summed = times.reduce((sum, time) => sum + wave.rate(time + 0.5), 0);
  const total = wave.total(START + 48 * HOUR) - wave.total(START);
  expect(Math.abs(summed / total - 1)).toBeLessThan(1e-3);
});

it('is never negative, and its total never falls', () => {
  expect(Math.min(...times.filter((_, i) => i % 7 === 0).map(wave.rate))).toBeGreaterThan(0);
  const falls = times.filter((time) => wave.total(time + 1) < wave.total(time));
  expect(falls).toEqual([]);
});

it('has more in the afternoon than at night', () => {
  const midnight = Math.ceil(START / 86_400) * 86_400;
  expect(wave.rate(midnight + 14 * HOUR)).toBeGreaterThan(wave.rate(midnight + 2 * HOUR) * 1.3);
});

it('has one burst in every stretch', () => {
  const calm = createWave({ ...shape, noise: 0, daily: 0 }, 1);
  const stretch = Math.ceil(START / shape.bursts.every) * shape.bursts.every;
  const seconds = Array.from({ length: 5 * HOUR }, (_, i) => calm.rate(stretch + i));
  // The weekly swing is within a percent of the mean at this time.
  const high = seconds.filter((rate) => rate > 1.3).length;
  expect(high).toBeGreaterThan(80);
  expect(high).toBeLessThan(160);
  expect(Math.max(...seconds)).toBeGreaterThan(1.5);
});

it('another seed ripples differently', () => {
  expect(createWave(shape, 2).rate(START)).not.toBe(wave.rate(START));
  expect(createWave(shape, 1).rate(START)).toBe(wave.rate(START));
});
