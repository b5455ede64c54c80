import type { Diagnostic } from '@binnacle/model';
import type { ProjectState } from '@binnacle/preview';
import type { ProjectFlags } from '../config/open-project.ts';

/** What the process that reads a project is told. */
export interface ReadOrder {
  readonly flags: ProjectFlags;
  /** JSON files to show beside the project's dashboards, absolute. */
  readonly files: readonly string[];
}

/** What it answers: the project, or why it cannot be read at all. */
export type ReadAnswer =
  | {
      readonly type: 'state';
      readonly state: ProjectState;
      /** Why definitions do not load; the state lacks them. */
      readonly broken: readonly Diagnostic[];
    }
  | { readonly type: 'problem'; readonly message: string; readonly fix: string | undefined };

/** True for an answer of a process that reads a project. */
export function isReadAnswer(message: unknown): message is ReadAnswer {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return message.type === 'state' || message.type === 'problem';
}

/** True for what such a process is told. */
export function isReadOrder(message: unknown): message is ReadOrder {
  return typeof message === 'object' && message !== null && 'flags' in message && 'files' in message;
}
