/** Unit of an expression → id of Grafana's unit. Units that are not here are counts of something. */
export const GRAFANA_UNITS: Readonly<Record<string, string>> = {
  seconds: 's',
  milliseconds: 'ms',
  bytes: 'bytes',
  bits: 'bits',
  ratio: 'percentunit',
  percent: 'percent',
  bool: 'bool',
  celsius: 'celsius',
  kelvin: 'kelvin',
  meters: 'lengthm',
  volts: 'volt',
  amperes: 'amp',
  joules: 'joule',
  watts: 'watt',
  hertz: 'hertz',
  grams: 'massg',
  radians: 'radian',
  degrees: 'degree',
  pascals: 'pressurepa',
  rpm: 'rotrpm',
  'joules/second': 'watt',
  'bytes/second': 'Bps',
  'bits/second': 'bps',
  'requests/second': 'reqps',
  'operations/second': 'ops',
  'commands/second': 'ops',
  'packets/second': 'pps',
  'reads/second': 'rps',
  'writes/second': 'wps',
  'messages/second': 'mps',
  'events/second': 'eps',
  'records/second': 'recps',
  'rows/second': 'rowsps',
};

/** Units whose values may be below zero, and counts of nobody knows what. All else is a size or a number of things. */
export const SIGNED: ReadonlySet<string> = new Set([
  'celsius',
  'volts',
  'amperes',
  'watts',
  'radians',
  'degrees',
  'count',
]);

/** The id of Grafana's unit for the unit of an expression; undefined when the unit is unknown. */
export function grafanaUnit(unit: string | undefined): string | undefined {
  if (unit === undefined) return undefined;
  return (
    GRAFANA_UNITS[unit] ??
    (unit.endsWith('/second') ? 'cps' : unit.includes('/') || unit.includes('*') ? undefined : 'short')
  );
}
