import { pointer } from '../pointer.ts';
import { isRecord } from '../record.ts';
import type { Difference } from './difference.ts';
import { changedText } from './words.ts';

/**
 * Differences of plain data where no kind says it better: one for each value that changed, named by its keys. Lists are
 * compared item by item.
 */
export function compareValues(before: unknown, after: unknown, keys: readonly (string | number)[] = []): Difference[] {
  if (Object.is(before, after)) return [];
  const isBoth = (isRecord(before) && isRecord(after)) || (Array.isArray(before) && Array.isArray(after));
  if (isBoth) {
    const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
    const all = [...new Set([...next.keys(), ...old.keys()])];
    return all.flatMap((key) => compareValues(old.get(key), next.get(key), [...keys, key]));
  }
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const text = changedText(keys.filter((key) => key !== 'spec').join('.'), before, after);
  return [{ path: pointer(...keys), change, text, reach: 'other' }];
}
