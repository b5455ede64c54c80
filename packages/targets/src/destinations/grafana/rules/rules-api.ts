import type { LiveResource, Resource, Stamp } from '@binnacle/model';
import type { Written } from '../../destination.ts';

/** One way to read and write a Grafana's rule groups. */
export interface RulesApi {
  /** The groups that are ours, and those that have the place of a desired one. */
  readonly list: (desired: readonly Resource[]) => Promise<readonly LiveResource[]>;
  /** Writes a whole group; one that is there already as wanted is left alone, as every update resets its alerts. */
  readonly put: (write: { resource: Resource; stamp: Stamp; live?: LiveResource }) => Promise<Written>;
  readonly remove: (live: LiveResource) => Promise<Written>;
}
