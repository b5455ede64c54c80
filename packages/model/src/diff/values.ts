import { pointer } from '../pointer.ts';
import { isRecord } from '../record.ts';
import type { Difference } from './difference.ts';
import { changedText } from './words.ts';

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
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const text = changedText(keys.filter((key) => key !== 'spec').join('.'), before, after);
  return [{ path: pointer(...keys), change, text, reach: 'other' }];
}
