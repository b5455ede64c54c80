import type { Change, Resource } from '@binnacle/model';

/** What to do about resources that were edited live. */
export type OnDrift = 'fail' | 'overwrite' | 'keep';

/** What the user allows a push to do. */
export interface Policy {
  readonly adopt: boolean;
  readonly prune: boolean;
  /** Share of our live resources, in percent, that one push may delete. */
  readonly pruneLimit: number;
  readonly onDrift: OnDrift;
}

export const DEFAULT_PRUNE_LIMIT = 25;

/** A change a push does not make. `isFailure`: the run has not done what it was asked to. */
export interface Withheld {
  readonly change: Change;
  /** One line; completes "not written: …". */
  readonly why: string;
  readonly fix?: string;
  readonly isFailure: boolean;
}

/** A write that the policy allows. */
export type Step = Change & { readonly write: 'put' | 'delete' };

/** What a push will do and what it will not. `stop` keeps it from writing anything at all. */
export interface Decision {
  readonly steps: readonly Step[];
  readonly withheld: readonly Withheld[];
  readonly stop?: { readonly reason: 'drift' | 'prune'; readonly message: string; readonly fix: string };
}

/** True for a change of something that was edited live. */
export function isEdited({ verdict }: Change): boolean {
  return verdict === 'drifted' || verdict === 'conflict';
}

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

function pruneStop(deleted: number, ours: number, isEmpty: boolean, limit: number): Decision['stop'] {
  if (deleted === 0 || limit >= 100) return undefined;
  if (isEmpty) {
    return {
      reason: 'prune',
      message: `nothing is declared for this system, so --prune would delete all ${plural(ours, 'resource')} of this project there`,
      fix: 'if that is meant, add --prune-limit 100',
    };
  }
  const share = Math.ceil((deleted / ours) * 100);
  if (share <= limit) return undefined;
  return {
    reason: 'prune',
    message: `--prune would delete ${deleted} of ${plural(ours, 'resource')}, which is more than ${limit} %`,
    fix: `if that is meant, add --prune-limit ${share}`,
  };
}

function driftStop(drifted: readonly Change[]): Decision['stop'] {
  const [first] = drifted;
  if (first === undefined) return undefined;
  const others = drifted.length === 1 ? '' : ` and ${plural(drifted.length - 1, 'other')}`;
  return {
    reason: 'drift',
    message: `${first.id}${others} ${drifted.length === 1 ? 'was' : 'were'} edited live since the last push; nothing is written`,
    fix: '--on-drift overwrite writes what is declared, --on-drift keep leaves the edits; `binnacle pull` saves them to files',
  };
}

/**
 * Which changes of a plan a push makes. Pure. `desired` are the resources the plan was made for: an empty set never prunes
 * by mistake.
 */
export function decide(changes: readonly Change[], desired: readonly Resource[], policy: Policy): Decision {
  const steps: Step[] = [];
  const withheld: Withheld[] = [];
  const ours = changes.filter(({ live, verdict }) => live !== undefined && verdict !== 'adopt').length;

  for (const change of changes) {
    const isGone = change.desired === undefined;
    if (change.verdict === 'unchanged') continue;
    if (isGone && !policy.prune) {
      withheld.push({ change, why: 'no longer declared', fix: '--prune deletes it', isFailure: false });
    } else if (isEdited(change) && policy.onDrift !== 'overwrite') {
      withheld.push({ change, why: 'edited live', isFailure: policy.onDrift === 'fail' });
    } else if (change.verdict === 'adopt' && !policy.adopt) {
      const manager = change.live?.manager;
      withheld.push({
        change,
        why: manager === undefined ? 'exists, and Binnacle did not make it' : `exists, and is managed by ${manager}`,
        fix: '--adopt takes it over',
        isFailure: true,
      });
    } else {
      steps.push({ ...change, write: isGone ? 'delete' : 'put' });
    }
  }
  const deleted = steps.filter(({ write }) => write === 'delete').length;
  const drifted =
    policy.onDrift === 'fail' ? changes.filter((c) => isEdited(c) && (c.desired !== undefined || policy.prune)) : [];
  const stop = driftStop(drifted) ?? pruneStop(deleted, ours, desired.length === 0, policy.pruneLimit);
  return { steps, withheld, ...(stop !== undefined && { stop }) };
}
