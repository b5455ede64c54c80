import type {
  DestinationId,
  Destinations,
  Diagnostic,
  Environment,
  LiveResource,
  Owner,
  Resource,
  Stamp,
} from '@binnacle/model';
import type { Secrets } from '../http/credentials.ts';

/** What a destination needs to reach its system. */
export interface ConnectContext<Id extends DestinationId> {
  readonly settings: NonNullable<Destinations[Id]>;
  readonly environment: Environment;
  readonly owner: Owner;
  /** Reads environment variables: the only place secrets come from. */
  readonly secrets: Secrets;
  /** Absolute folder that relative paths of the settings start from. */
  readonly root: string;
  /** Aborted when the user stops the run. */
  readonly signal?: AbortSignal;
  /** Told of every wait: one line for a person. */
  readonly onWait?: (text: string) => void;
}

/** What a system should hold, in the shape in which its live resources are listed. */
export interface Desired {
  readonly resources: readonly Resource[];
  /** What the system cannot hold or say. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One write. `live` is the resource as it was when the plan was made: a write on top of anything else is refused. */
export type Write =
  | { readonly action: 'put'; readonly resource: Resource; readonly stamp: Stamp; readonly live?: LiveResource }
  | { readonly action: 'delete'; readonly live: LiveResource };

/** What a write led to. */
export interface Written {
  /** The resource read back after a put. */
  readonly live?: LiveResource;
  /** What the system said besides, in its own words. */
  readonly warnings: readonly string[];
}

/** A system one can list and write to. */
export interface Connection {
  /** `Grafana 13.0.1 at https://grafana.example.com`. */
  readonly name: string;
  /** What is to be known about the system besides, a line each: that another version runs than the environment says. */
  readonly notes?: readonly string[];
  /** Pure: the objects that the resolved resources of an environment become here. */
  readonly desired: (resources: readonly Resource[]) => Desired;
  /** Everything that is ours, and whatever already has the name of a desired resource. */
  readonly list: (desired: readonly Resource[]) => Promise<readonly LiveResource[]>;
  /**
   * Makes one change. Safe to repeat: a put whose answer was lost may be sent again. Throws `TargetError`, of refusal
   * `conflict` when the live resource is no longer the one of the plan.
   */
  readonly write: (write: Write) => Promise<Written>;
  /** Ids of desired or live resources that must be there before this one and go after it. */
  readonly requires?: (resource: Resource) => readonly string[];
  /**
   * After all writes, and when there were none: makes the system take in (reload) what it has not, maybe of a run that was
   * killed before, and checks that it did. Throws `TargetError`.
   */
  readonly settle?: () => Promise<readonly string[]>;
  /**
   * Pure: the definitions that would become these live resources, as far as they can say it; a resource may go into another.
   * Default: they are definitions as they are.
   */
  readonly definitions?: (live: readonly Resource[]) => readonly Resource[];
  /** Writes that may run at the same time. */
  readonly concurrency: number;
  readonly close: () => Promise<void>;
}

/** One kind of system that `push` writes to. */
export interface Destination<Id extends DestinationId = DestinationId> {
  readonly id: Id;
  /** Resource kinds it holds; all others are ignored. */
  readonly kinds: readonly string[];
  /** Throws `TargetError` when the system cannot be reached, or is none that we know. */
  readonly connect: (context: ConnectContext<Id>) => Promise<Connection>;
}
