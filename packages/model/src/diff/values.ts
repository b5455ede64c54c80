import { pointer } from '../pointer.ts';
import { isRecord } from '../record.ts';
import type { Difference } from './difference.ts';

/** Longest text of a value that a difference shows whole. */
const LONGEST = 60;

/** A value as a reader sees it: text as it is, the rest as JSON, cut where it is long. */
function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** The members of an object or a list by key; undefined for anything else. */
function members(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (Array.isArray(value)) return Object.fromEntries(value.entries());
  return isRecord(value) ? value : undefined;
}

/**
 * Differences of plain data where no kind says it better: one for each value that changed, named by its keys. Lists are
 * compared item by item.
 */
export function compareValues(before: unknown, after: unknown, keys: readonly (string | number)[] = []): Difference[] {
  if (Object.is(before, after)) return [];
  const [old, next] = [members(before), members(after)];
  if (old !== undefined && next !== undefined && Array.isArray(before) === Array.isArray(after)) {
    const all = [...new Set([...Object.keys(next), ...Object.keys(old)])];
    return all.flatMap((key) => compareValues(old[key], next[key], [...keys, key]));
  }
  const name = keys.filter((key) => key !== 'spec').join('.');
  const at = { path: pointer(...keys), reach: 'other' } as const;
  if (before === undefined) return [{ ...at, text: `${name}: ${shownValue(after)} added` }];
  if (after === undefined) return [{ ...at, text: `${name}: ${shownValue(before)} removed` }];
  return [{ ...at, text: `${name}: ${shownValue(before)} → ${shownValue(after)}` }];
}
