const UNITS: readonly (readonly [suffix: string, ms: number])[] = [
  ['y', 31_536_000_000],
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/** A window as a name carries it: the largest units that fit, `5m`, `1h30m`. */
export function formatWindow(ms: number): string {
  let rest = ms;
  let text = '';
  for (const [suffix, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count === 0 || ((suffix === 'y' || suffix === 'w') && rest % size !== 0)) continue;
    text += `${count}${suffix}`;
    rest -= count * size;
  }
  return text;
}
