import type { Diagnostic, Environment, Resource } from '@binnacle/model';
import type { ProjectFlags } from '../config/open-project.ts';
import type { Cached } from '../load/load.ts';

/** What the process that reads a project is told. */
export interface ReadOrder {
  readonly flags: ProjectFlags;
  /** JSON files to show beside the project's dashboards, absolute. */
  readonly files: readonly string[];
  /** Digests of resources that whoever asks has already. */
  readonly known?: readonly string[];
}

/** What the process may read ahead, before it is told to read the project. */
export interface Preload {
  readonly type: 'preload';
  readonly cached: Cached;
  readonly environment: Environment;
}

/** A resource by the digest of what it is; whole when it is not known yet. */
export interface SentResource {
  readonly digest?: string;
  readonly resource?: Resource;
}

/** A project as it was read, before it is resolved for its environment. */
export interface ReadProject {
  readonly type: 'project';
  readonly name: string;
  readonly environment: Environment;
  /** Names of all environments. */
  readonly environments: readonly string[];
  /** Folder of the project, absolute. */
  readonly root: string;
  /** What may be read ahead the next time; absent for what has no cache. */
  readonly cached?: Cached;
  /** Those of the project, in order. */
  readonly own: readonly SentResource[];
  /** Dashboards of files beside it. */
  readonly beside: readonly Resource[];
  /** With absolute files. */
  readonly findings: readonly Diagnostic[];
  /** Why definitions do not load; the project lacks them. */
  readonly broken: readonly Diagnostic[];
}

/** What the process answers: the project, or why it cannot be read at all. */
export type ReadAnswer =
  ReadProject | { readonly type: 'problem'; readonly message: string; readonly fix: string | undefined };

/** True for an answer of a process that reads a project. */
export function isReadAnswer(message: unknown): message is ReadAnswer {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return message.type === 'project' || message.type === 'problem';
}

/** True for what such a process is told. */
export function isReadOrder(message: unknown): message is ReadOrder {
  return typeof message === 'object' && message !== null && 'flags' in message && 'files' in message;
}

/** True for what such a process may read ahead. */
export function isPreload(message: unknown): message is Preload {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'preload';
}
