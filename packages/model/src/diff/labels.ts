import { pointer } from '../pointer.ts';
import { SERVICE_LABEL, TEAM_LABEL, type Resource } from '../resource.ts';
import type { Difference } from './difference.ts';
import { changedText, isNothing } from './words.ts';

const NAMES: Readonly<Record<string, string>> = { [SERVICE_LABEL]: 'service', [TEAM_LABEL]: 'team' };

/** Entries of a map of texts that changed, came or went: key, before, after; sorted by key. */
export function changedEntries(
  before: Readonly<Record<string, string>> = {},
  after: Readonly<Record<string, string>> = {},
): (readonly [key: string, before: string | undefined, after: string | undefined])[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys.filter((key) => before[key] !== after[key]).map((key) => [key, before[key], after[key]]);
}

/** What happened to a value that is there or not. */
export function changeOf(before: unknown, after: unknown): Difference['change'] {
  return isNothing(before) ? 'added' : isNothing(after) ? 'removed' : 'changed';
}

/** Differences in the labels of a resource itself. */
export function compareLabels(before: Resource, after: Resource): Difference[] {
  return changedEntries(before.metadata.labels, after.metadata.labels).map(([key, old, next]) => ({
    path: pointer('metadata', 'labels', key),
    change: changeOf(old, next),
    text: changedText(NAMES[key] ?? `label ${key}`, old, next),
    reach: key in NAMES ? 'ownership' : 'other',
  }));
}
