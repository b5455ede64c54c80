import type { Diagnostic } from '@binnacle/model';
import { findingIdentity } from '../finding-identity.ts';

/** Findings of a project beside those of the version it is compared with. */
export interface FindingsSince {
  /** Those that are new. */
  readonly fresh: readonly Diagnostic[];
  /** Those that are gone. */
  readonly fixed: readonly Diagnostic[];
  /** Those that were there before and still are. */
  readonly standing: readonly Diagnostic[];
}

/** What is left of `findings` when each of `known` takes one of the same identity away. */
function without(findings: readonly Diagnostic[], known: readonly Diagnostic[]): Diagnostic[] {
  const counts = new Map<string, number>();
  for (const finding of known) {
    const key = findingIdentity(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return findings.filter((finding) => {
    const key = findingIdentity(finding);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}

/** Tells new findings from standing and fixed ones. Moving a definition makes none of its findings new. */
export function findingsSince(before: readonly Diagnostic[], after: readonly Diagnostic[]): FindingsSince {
  const fresh = without(after, before);
  const isFresh = new Set(fresh);
  return { fresh, fixed: without(before, after), standing: after.filter((finding) => !isFresh.has(finding)) };
}
