import type { Difference } from '../diff/difference.ts';
import type { Resource } from '../resource.ts';
import type { LiveResource } from './live.ts';

/**
 * What is between a desired resource and the live one, three-way by the stamped checksum:
 * `create` only desired · `update` changed in code · `drifted` changed live · `conflict` changed in both ·
 * `adopt` live but not ours · `delete` ours but no longer desired · `unchanged`.
 */
export type Verdict = 'create' | 'update' | 'delete' | 'adopt' | 'drifted' | 'conflict' | 'unchanged';

/** One resource of a plan. */
export interface Change {
  /** `Kind/name`. */
  readonly id: string;
  readonly verdict: Verdict;
  /** Absent for what is to be deleted. */
  readonly desired?: Resource;
  /** Absent for what is to be created. */
  readonly live?: LiveResource;
  /** From the live resource to the desired one: what a write does. Of rules that come or go, every alert and record. */
  readonly differences: readonly Difference[];
}
