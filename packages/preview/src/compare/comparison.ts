import type { Difference, QueryComparison, Resource } from '@binnacle/model';
import type { ProjectState } from '../project/state.ts';
import type { ChangeOnPage, CompareWith } from '../wire/compare.ts';

/** One resource that differs, with both versions of it. */
export interface ComparedResource extends Pick<ChangeOnPage, 'title' | 'service' | 'team' | 'system' | 'note'> {
  /** `Kind/name`. */
  readonly id: string;
  /** As a plan or diff calls it. */
  readonly verdict: string;
  readonly before?: Resource;
  readonly after?: Resource;
  readonly differences: readonly Difference[];
  /** What it reaches beyond itself, one line each. */
  readonly reaches: readonly string[];
}

/** Another version of the project beside the one that is shown. */
export interface Comparison {
  readonly name: string;
  readonly notes: readonly string[];
  /** What differs, in the order in which it is to be told. */
  readonly changes: readonly ComparedResource[];
  /** Everything of the other version, as the shown environment gets it. */
  readonly resources: readonly Resource[];
}

/** A comparison, or why there is none. */
export type Compared =
  | { readonly state: 'done'; readonly comparison: Comparison }
  | { readonly state: 'failed'; readonly message: string; readonly fix?: string };

/** Compares the shown definitions with one other version of them. */
export interface Comparer {
  readonly with: CompareWith;
  /** True to begin without being asked by a page. */
  readonly eager: boolean;
  /** How queries are told apart. */
  readonly queries: QueryComparison;
  /** `again`: look at the other side anew, which may have been kept from the last time. */
  readonly compare: (state: ProjectState, again: boolean) => Promise<Compared>;
}
