import { BASE_UNITS } from '@binnacle/lint';
import type { MetricType } from '@binnacle/model';
import type { ObservedFamily } from '../observed.ts';

/** Words that end in "s" and are one. */
const SINGULAR = /(?:ss|us|is|as|os|ics)$/;
const FLAG =
  /(?:^|_)(?:up|ok|success|successful|successfully|ready|healthy|enabled|disabled|active|running|available|readonly|master|leader|loaded|loading|in_progress|is_\w+|has_\w+)$/;
/** Last words of names that stand for a unit. */
const ABBREVIATED: Readonly<Record<string, string>> = {
  sec: 'seconds',
  secs: 'seconds',
  ms: 'milliseconds',
  percent: 'percent',
};

function plural(word: string): boolean {
  return /^(?!max|min|num)[a-z]{3,}s$/.test(word) && !SINGULAR.test(word);
}

function isFlag(name: string, range: ObservedFamily['range']): boolean {
  const [low, high] = range ?? [0, 1];
  return FLAG.test(name) && low >= 0 && high <= 1;
}

/** The unit a family is measured or counted in: what `# UNIT` says, else what its name says, else a plain number. */
export function inferUnit(family: ObservedFamily, type: MetricType): string {
  const { name, unit, range } = family;
  const words = name.replace(/_total$/, '').split('_');
  const last = words.at(-1) ?? '';
  if (unit !== undefined && unit !== '') return unit;
  const written = ABBREVIATED[last] ?? last;
  if (BASE_UNITS.has(written) || written !== last) return written;
  if (type === 'gauge' && isFlag(name, range)) return 'bool';
  if (type === 'counter') {
    const counted = words.slice(1).findLast(plural);
    if (counted !== undefined) return counted;
  }
  return plural(last) && words.length > 1 ? last : 'count';
}
