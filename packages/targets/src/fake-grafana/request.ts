import type { Organisation } from './organisation.ts';
import type { Profile } from './profile.ts';

/** A request as the fake's handlers see it. */
export interface FakeRequest {
  readonly method: string;
  /** Without the sub-path and the query, decoded segment by segment. */
  readonly segments: readonly string[];
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  /** The body read as JSON or YAML; undefined when it is empty. */
  readonly body: unknown;
}

/** What a handler may look at and change. */
export interface Context {
  readonly profile: Profile;
  readonly organisation: Organisation;
  /** The next resourceVersion, and the next number where one is needed. */
  readonly next: () => number;
  readonly pageSize: number;
  readonly maxFolderDepth: number;
  readonly dropsAnnotations: boolean;
  readonly enforcesManagers: boolean;
  readonly recordingRules: boolean;
  /** Who asks: `service-account:1`. */
  readonly identity: string;
}
