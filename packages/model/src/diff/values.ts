import { pointer } from '../pointer.ts';
import { isRecord } from '../record.ts';
import type { Difference, Reach } from './difference.ts';
import { changedText } from './words.ts';

export interface ValueOptions {
  /** Keys that lead to the values; a leading `spec` is left out of their name. */
  readonly keys?: readonly (string | number)[];
  /** Default: `other`. */
  readonly reach?: Reach;
  /** True for what nobody may read: it is only said that it changed. */
  readonly isSecret?: (keys: readonly (string | number)[]) => boolean;
}

/**
 * Differences of plain data where no kind says it better: one for each value that changed, named by its keys. Lists are
 * compared item by item.
 */
export function compareValues(before: unknown, after: unknown, options: ValueOptions = {}): Difference[] {
  if (Object.is(before, after)) return [];
  const { keys = [], reach = 'other', isSecret } = options;
  const isBoth = (isRecord(before) && isRecord(after)) || (Array.isArray(before) && Array.isArray(after));
  if (isBoth) {
    const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
    const all = [...new Set([...next.keys(), ...old.keys()])];
    return all.flatMap((key) => compareValues(old.get(key), next.get(key), { ...options, keys: [...keys, key] }));
  }
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const name = keys.filter((key) => key !== 'spec').join('.');
  // A whole branch that comes or goes may hold a secret anywhere.
  const isWhole = typeof (before ?? after) === 'object';
  const isHidden = isSecret !== undefined && (isWhole || isSecret(keys));
  const text = isHidden ? `${name} ${change}` : changedText(name, before, after);
  return [{ path: pointer(...keys), change, text, reach }];
}
