import type { Resource } from '../resource.ts';

/** What Binnacle writes beside a resource so that it knows it again: whose it is and what was written. */
export interface Stamp {
  readonly project: string;
  readonly environment: string;
  /** Checksum of what was sent. */
  readonly checksum: string;
  /** Checksum of what the system made of it, where that differs. */
  readonly stored?: string;
}

/** A resource as a system holds it, in the shape in which the same system's desired resources are compared. */
export interface LiveResource {
  readonly resource: Resource;
  /** Absent: Binnacle did not write it. */
  readonly stamp?: Stamp;
  /** What the next write must present so that it overwrites nothing it has not seen (a resourceVersion, an ETag). */
  readonly revision?: string;
  /** Who else manages it, in words: `terraform/platform`, `a file on the server`. */
  readonly manager?: string;
  /** Who wrote it last and when, in the system's words, where it says so. */
  readonly edited?: { readonly by?: string; readonly at?: string };
}

/** The project and environment whose stamp makes a resource ours. */
export interface Owner {
  readonly project: string;
  readonly environment: string;
}

/** True for a live resource that carries the owner's stamp. */
export function isOurs({ stamp }: LiveResource, { project, environment }: Owner): boolean {
  return stamp?.project === project && stamp.environment === environment;
}
