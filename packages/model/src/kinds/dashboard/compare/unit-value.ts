/** Signs of units by Grafana's ids, written after a number. */
const SIGNS: Readonly<Record<string, string>> = {
  ms: ' ms',
  µs: ' µs',
  ns: ' ns',
  m: ' min',
  h: ' h',
  d: ' d',
  percent: '%',
  bytes: ' B',
  decbytes: ' B',
  bits: ' b',
  Bps: ' B/s',
  binBps: ' B/s',
  bps: ' b/s',
  reqps: ' req/s',
  ops: ' ops/s',
  rps: ' reads/s',
  wps: ' writes/s',
  cps: ' counts/s',
  hertz: ' Hz',
  celsius: ' °C',
};

/** A number without what floating point makes of its factors. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** A value as the panel shows it: `0.3` of unit `s` is `300 ms`, `0.05` of `percentunit` is `5%`. */
export function valueInUnit(value: number, unit: string): string {
  if (unit === 'percentunit') return `${plain(value * 100)}%`;
  if (unit === 's') {
    const size = Math.abs(value);
    if (size > 0 && size < 1e-3) return `${plain(value * 1e6)} µs`;
    return size > 0 && size < 1 ? `${plain(value * 1000)} ms` : `${plain(value)} s`;
  }
  return `${plain(value)}${SIGNS[unit] ?? ''}`;
}
