import { unitAt } from './random.ts';

const DAY = 86_400;
const WEEK = 7 * DAY;
const TAU = 2 * Math.PI;
/** Hour of the day, UTC, with the most traffic. */
const PEAK_HOUR = 14;

/** What makes a wave livelier or calmer than plain traffic. */
export interface WaveShape {
  /** How much more there is at the peak of a day, as a part of the mean. */
  readonly daily: number;
  /** Scales the ripples that stand for the noise of many users. */
  readonly noise: number;
  /** Every so many seconds, at a time of its own, up to `extra` more than the mean for `length` seconds, rising and falling. */
  readonly bursts: { readonly every: number; readonly length: number; readonly extra: number; readonly seed: number };
}

/**
 * A rate over time with a mean of about 1 that is never negative, and how much it has added up to since 1970. Both are closed
 * formulas, so that any moment can be asked for by itself and gives the same number each time. Times are Unix seconds.
 */
export interface Wave {
  readonly rate: (time: number) => number;
  readonly total: (time: number) => number;
}

/** Periods in seconds and sizes of the ripples; none divides another, so that no two hours look alike. */
const RIPPLES = [
  [34_920, 0.06],
  [10_440, 0.06],
  [2_827, 0.05],
  [797, 0.05],
  [223, 0.04],
  [71, 0.03],
] as const;

/** How many seconds of the burst of its stretch of time have passed: 0 before it, its length after it. */
function withinBurst({ every, length, seed }: WaveShape['bursts'], time: number): number {
  const stretch = Math.floor(time / every);
  const begin = stretch * every + unitAt(seed, stretch) * (every - length);
  return Math.min(length, Math.max(0, time - begin));
}

/** A wave of a shape; another seed ripples differently. */
export function createWave({ daily, noise, bursts }: WaveShape, seed: number): Wave {
  const ripples = RIPPLES.map(([period, size], i) => ({
    frequency: TAU / period,
    size: size * noise,
    phase: unitAt(seed, i) * TAU,
  }));
  const weekly = 0.06;
  const day = TAU / DAY;
  const week = TAU / WEEK;
  const peak = PEAK_HOUR * 3600;
  return {
    rate(time) {
      let value = 1 + daily * Math.cos((time - peak) * day) + weekly * Math.cos(time * week);
      for (const { frequency, size, phase } of ripples) value += size * Math.sin(time * frequency + phase);
      const within = withinBurst(bursts, time);
      return value + (bursts.extra / 2) * (1 - Math.cos((within / bursts.length) * TAU));
    },
    total(time) {
      let value = time + (daily / day) * Math.sin((time - peak) * day) + (weekly / week) * Math.sin(time * week);
      for (const { frequency, size, phase } of ripples)
        value -= (size / frequency) * Math.cos(time * frequency + phase);
      const { every, length, extra } = bursts;
      const within = withinBurst(bursts, time);
      const whole = Math.floor(time / every) * length;
      return value + (extra / 2) * (whole + within - (length / TAU) * Math.sin((within / length) * TAU));
    },
  };
}
