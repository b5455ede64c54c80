import type { Diagnostic } from './diagnostic.ts';
import type { Difference, QueryComparison } from './diff/difference.ts';
import type { NameRule } from './names.ts';
import type { Resource } from './resource.ts';

/** What a resource is, in one line, for a reader who has never seen it. */
export type Outline = Pick<Difference, 'text' | 'consequence' | 'details' | 'reach'>;

/** One kind of resource: how its names look and what a single resource of it must fulfil. */
export interface Kind {
  readonly kind: string;
  /** Versions we read and check, the one we write first. */
  readonly apiVersions: readonly string[];
  readonly name: NameRule;
  /** Findings about this resource alone: its schema first and, when that holds, its structure. */
  readonly check: (resource: Resource) => Diagnostic[];
  /** What of a resource is compared, without what servers add or fill in. Default: its spec as it is. */
  readonly substance?: (resource: Resource) => unknown;
  /** Differences in the words of the kind. Default: value by value. */
  readonly compare?: (before: Resource, after: Resource, queries: QueryComparison) => Difference[];
  /** What a whole resource is, where it comes or goes. Default: nothing is said but its title. */
  readonly outline?: (resource: Resource) => Outline | undefined;
}
