import type { Environment, Resource } from '@binnacle/model';

/** Resources as one environment gets them. */
export interface ResolvedEnvironment {
  readonly environment: Environment;
  readonly resources: readonly Resource[];
}
