import type { CompareWith } from '../../src/wire/compare.ts';

/** Where both versions of a dashboard are shown. */
export function compareAddress(uid: string, compareWith: CompareWith): string {
  return `/compare/${encodeURIComponent(uid)}?with=${compareWith}`;
}
