/** Units the naming guide measures in. A metric measured in one carries it as its suffix. */
export const BASE_UNITS: ReadonlySet<string> = new Set([
  'seconds',
  'bytes',
  'ratio',
  'celsius',
  'kelvin',
  'meters',
  'metres',
  'volts',
  'amperes',
  'joules',
  'grams',
]);

/** Words for "no unit": a flag, a state, a plain number. */
export const DIMENSIONLESS: ReadonlySet<string> = new Set(['', '1', 'bool', 'count', 'info', 'none', 'state']);

const OTHER_UNITS: Readonly<Record<string, string>> = {
  minutes: 'seconds',
  hours: 'seconds',
  days: 'seconds',
  weeks: 'seconds',
  bits: 'bytes',
  fahrenheit: 'celsius',
  rankine: 'celsius',
  inches: 'meters',
  yards: 'meters',
  miles: 'meters',
  calories: 'joules',
  pounds: 'grams',
  ounces: 'grams',
  kelvins: 'kelvin',
  percent: 'ratio',
  percentage: 'ratio',
  pct: 'ratio',
  '%': 'ratio',
};

const PREFIXES =
  'pico nano micro milli centi deci deca hecto kilo kibi mega mebi mibi giga gibi tera tebi peta pebi'.split(' ');
const PREFIXED = new Set([...BASE_UNITS, ...Object.keys(OTHER_UNITS)].filter((unit) => /^[a-z]{4,}$/.test(unit)));

/** Abbreviation → the base unit to write out. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  s: 'seconds',
  sec: 'seconds',
  secs: 'seconds',
  ms: 'seconds',
  msec: 'seconds',
  us: 'seconds',
  ns: 'seconds',
  m: 'meters or seconds',
  h: 'seconds',
  d: 'seconds',
  b: 'bytes',
  kb: 'bytes',
  mb: 'bytes',
  gb: 'bytes',
  tb: 'bytes',
  pb: 'bytes',
  kib: 'bytes',
  mib: 'bytes',
  gib: 'bytes',
};

/** The base unit to use instead of `word`; undefined when `word` is a base unit already, or no unit at all. */
export function baseUnitFor(word: string): string | undefined {
  const other = OTHER_UNITS[word];
  if (other !== undefined) return other;
  const prefix = PREFIXES.find((candidate) => word.startsWith(candidate) && PREFIXED.has(word.slice(candidate.length)));
  if (prefix === undefined) return undefined;
  const unit = word.slice(prefix.length);
  return OTHER_UNITS[unit] ?? unit;
}
