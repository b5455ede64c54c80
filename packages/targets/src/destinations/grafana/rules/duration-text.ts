import { durationMs } from '@binnacle/model';

const UNITS = [
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** Milliseconds as a Prometheus duration in its shortest form: `1h30m`, `0s`. */
export function durationText(ms: number): string {
  let rest = ms;
  let text = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count === 0) continue;
    text += `${count}${unit}`;
    rest -= count * size;
  }
  return text === '' ? '0s' : text;
}

/** A duration in its shortest form; undefined for one that is absent or nothing. A text that is no duration stays. */
export function shortest(duration: unknown): string | undefined {
  if (typeof duration !== 'string' || duration === '') return undefined;
  const ms = durationMs(duration);
  if (ms === undefined) return duration;
  return ms === 0 ? undefined : durationText(ms);
}
