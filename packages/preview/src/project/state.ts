import type { Diagnostic, Environment, Resource } from '@binnacle/model';

/** A project as it was last loaded without fault. */
export interface ProjectState {
  readonly name: string;
  readonly environment: Environment;
  /** Names of all environments. */
  readonly environments: readonly string[];
  /** As the environment gets them: datasources are uids, rules have its labels. */
  readonly resources: readonly Resource[];
  /** Those of them that are dashboards of files beside the project: their metrics are not the project's. */
  readonly beside?: readonly Resource[];
  /** Lint and validation; files relative to the project's root. */
  readonly findings: readonly Diagnostic[];
  /** Folder of the project, absolute: places are shown relative to it. */
  readonly root: string;
}
