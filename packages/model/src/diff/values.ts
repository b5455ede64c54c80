import { pointer } from '../pointer.ts';
import { isRecord } from '../record.ts';
import type { Difference } from './difference.ts';

/** Longest text of a value that a difference shows whole. */
const LONGEST = 60;

/** A value as a reader sees it: text as it is, the rest as JSON, cut where it is long. */
export function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/**
 * Differences of plain data where no kind says it better: one for each value that changed, named by its keys. Lists are
 * compared item by item.
 */
export function compareValues(before: unknown, after: unknown, keys: readonly (string | number)[] = []): Difference[] {
  if (Object.is(before, after)) return [];
  const isBoth = (is: (value: unknown) => boolean): boolean => is(before) && is(after);
  if (isBoth(isRecord) || isBoth(Array.isArray)) {
    const [old, next] = [before as Record<string, unknown>, after as Record<string, unknown>];
    const all = [...new Set([...Object.keys(next), ...Object.keys(old)])];
    return all.flatMap((key) => compareValues(old[key], next[key], [...keys, key]));
  }
  const name = keys.filter((key) => key !== 'spec').join('.');
  const at = { path: pointer(...keys), reach: 'other' } as const;
  if (before === undefined) return [{ ...at, text: `${name}: ${shownValue(after)} added` }];
  if (after === undefined) return [{ ...at, text: `${name}: ${shownValue(before)} removed` }];
  return [{ ...at, text: `${name}: ${shownValue(before)} → ${shownValue(after)}` }];
}
