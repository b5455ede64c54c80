import { BASE_UNITS } from '@binnacle/lint';
import type { MetricType } from '@binnacle/model';
import type { ObservedFamily } from '../observed.ts';

/** Words that end in "s" and are one. */
const SINGULAR = /(?:ss|us|is|as|os|ics)$/;
const FLAG =
  /(?:^|_)(?:up|ok|success|successful|successfully|ready|healthy|enabled|disabled|active|running|available|readonly|master|leader|loaded|loading|in_progress|is_\w+|has_\w+)$/;
/** Unix time is beyond this since 2001. */
const UNIX_TIME = 1e9;

function plural(word: string): boolean {
  return /^[a-z]{3,}s$/.test(word) && !SINGULAR.test(word);
}

function isFlag(name: string, range: ObservedFamily['range']): boolean {
  const [low, high] = range ?? [0, 1];
  return FLAG.test(name) && low >= 0 && high <= 1;
}

/** The unit a family is measured or counted in: what `# UNIT` says, else what its name says, else a plain number. */
export function inferUnit({ name, unit, range }: ObservedFamily, type: MetricType): string {
  const words = name.replace(/_total$/, '').split('_');
  const last = words.at(-1) ?? '';
  if (type === 'gauge' && last === 'seconds' && /^time(?:stamp)?$/.test(words.at(-2) ?? '')) {
    if (words.at(-2) === 'timestamp' || (range !== undefined && range[0] >= UNIX_TIME)) return 'timestamp_seconds';
  }
  if (unit !== undefined && unit !== '') return unit;
  if (BASE_UNITS.has(last)) return last;
  if (type === 'gauge' && isFlag(name, range)) return 'bool';
  if (type === 'counter') {
    const counted = words.slice(1).findLast(plural);
    if (counted !== undefined) return counted;
  }
  return plural(last) && words.length > 1 ? last : 'count';
}
