/** Units in the order in which they must be written, with their length in milliseconds; `y` and `w` print only when exact. */
const UNITS = [
  { unit: 'y', ms: 365 * 24 * 3600 * 1000, exact: true },
  { unit: 'w', ms: 7 * 24 * 3600 * 1000, exact: true },
  { unit: 'd', ms: 24 * 3600 * 1000, exact: false },
  { unit: 'h', ms: 3600 * 1000, exact: false },
  { unit: 'm', ms: 60 * 1000, exact: false },
  { unit: 's', ms: 1000, exact: false },
  { unit: 'ms', ms: 1, exact: false },
] as const;

const SHAPE = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const ONE_UNIT = /^(\d{1,9})(ms|[smhdwy])$/;
const UNIT_MS: Readonly<Record<string, number>> = Object.fromEntries(UNITS.map(({ unit, ms }) => [unit, ms]));

/** Longest duration Prometheus can hold, in milliseconds: 2^63 nanoseconds, about 292 years. */
export const MAX_DURATION_MS = 2 ** 63 / 1e6;

/**
 * Milliseconds of a duration such as `1h30m` or `500ms`; `undefined` when units are unknown, repeated or out of order,
 * `Infinity` when it is longer than {@link MAX_DURATION_MS}.
 */
export function parseDuration(text: string): number | undefined {
  const simple = ONE_UNIT.exec(text);
  if (simple !== null) {
    const ms = Number(simple[1]) * (UNIT_MS[simple[2] ?? ''] ?? NaN);
    return ms > MAX_DURATION_MS ? Infinity : ms;
  }
  const match = text === '' ? null : SHAPE.exec(text);
  if (match === null) return undefined;
  let total = 0;
  for (const [i, { ms }] of UNITS.entries()) {
    const amount = match[i + 1];
    if (amount !== undefined) total += Number(amount) * ms;
  }
  return total > MAX_DURATION_MS ? Infinity : total;
}

/** A whole number of milliseconds as Prometheus prints it: `1h30m`, `1w`, `10d`, `0s`; a sign for a negative one. */
export function printDuration(ms: number): string {
  if (ms === 0) return '0s';
  let rest = Math.abs(ms);
  let text = ms < 0 ? '-' : '';
  for (const { unit, ms: size, exact } of UNITS) {
    if (exact && rest % size !== 0) continue;
    const amount = Math.floor(rest / size);
    if (amount === 0) continue;
    text += `${amount}${unit}`;
    rest -= amount * size;
  }
  return text;
}
