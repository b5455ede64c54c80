import type { Resource } from '@binnacle/model';
import type { Revision } from '../../diff/git.ts';

/** What the process that reads a revision is told. */
export interface BaseOrder {
  /** Absolute. */
  readonly configFile: string;
  readonly root: string;
  /** The revision as it was named; without, where the branch left the default branch. */
  readonly named?: string;
  /** Commit that was read before: it need not be read again. */
  readonly known?: string;
}

/** What it answers, once. */
export type BaseAnswer =
  | {
      readonly type: 'base';
      readonly revision: Revision;
      readonly resources: readonly Resource[];
      readonly problems: readonly string[];
    }
  | { readonly type: 'same' }
  | { readonly type: 'problem'; readonly message: string; readonly fix: string | undefined };

/** True for an answer of the process that reads a revision. */
export function isBaseAnswer(message: unknown): message is BaseAnswer {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return message.type === 'base' || message.type === 'same' || message.type === 'problem';
}

/** True for what such a process is told. */
export function isBaseOrder(message: unknown): message is BaseOrder {
  return typeof message === 'object' && message !== null && 'configFile' in message && 'root' in message;
}
