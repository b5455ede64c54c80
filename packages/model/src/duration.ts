const UNITS = { ms: 1, s: 1e3, m: 60e3, h: 3600e3, d: 86_400e3, w: 604_800e3, y: 31_536_000e3 } as const;
const DURATION = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const ORDER = ['y', 'w', 'd', 'h', 'm', 's', 'ms'] as const;
/** Prometheus counts in nanoseconds in 64 bits. */
const LONGEST = 2 ** 63 / 1e6;

/** Milliseconds of a Prometheus duration (`5m`, `1h30m`, `0`), or undefined when it is not one: units go from y to ms, each at most once, no spaces. */
export function durationMs(text: string): number | undefined {
  if (text === '0') return 0;
  const match = text === '' ? null : DURATION.exec(text);
  if (match === null) return undefined;
  const ms = ORDER.reduce((sum, unit, i) => sum + Number(match[i + 1] ?? 0) * UNITS[unit], 0);
  return ms < LONGEST ? ms : undefined;
}

/** Units as Prometheus prints them; years and weeks only where nothing is left over. */
const PRINTED = ORDER.map((unit) => [unit, UNITS[unit], unit === 'y' || unit === 'w'] as const);

/** A duration as Prometheus prints it: `5400000` is `1h30m`, `604800000` is `1w`. */
export function durationText(ms: number): string {
  let left = ms;
  let text = '';
  for (const [unit, size, isWholeOnly] of PRINTED) {
    if (isWholeOnly && left % size !== 0) continue;
    const count = Math.floor(left / size);
    if (count > 0) text += `${count}${unit}`;
    left -= count * size;
  }
  return text === '' ? '0s' : text;
}
