import type { Change, LiveResource } from '@binnacle/model';
import type { OnDrift } from '../../push/policy.ts';

/** A change as it is shown, and what is noted behind its id in place of what its verdict says. */
interface Presented {
  readonly shown: Change;
  readonly note?: string;
}

/** `edited live by user:1 at 2026-01-01T00:00:00Z`, as far as the system knows. */
function editedText({ edited: { by, at } = {} }: LiveResource): string {
  return ['edited live', ...(by === undefined ? [] : [`by ${by}`]), ...(at === undefined ? [] : [`at ${at}`])].join(
    ' ',
  );
}

function lostText({ manager, stamp }: LiveResource): string {
  if (manager !== undefined) return `no longer ours: managed by ${manager}`;
  if (stamp !== undefined) return `no longer ours: of project ${stamp.project}, environment ${stamp.environment}`;
  return 'no longer ours: the stamp was removed, or it was never pushed';
}

/** Drift as what was done live: the live resource is the new one. */
export function driftPresented(change: Change): Presented {
  const { verdict, desired, live } = change;
  if (live === undefined) {
    return { shown: { ...change, verdict: 'delete' }, note: 'not there: never pushed, or removed live' };
  }
  const shown = { ...change, desired: live.resource };
  if (verdict === 'adopt') return { shown, note: lostText(live) };
  const rest =
    desired === undefined ? ', and no longer declared' : verdict === 'conflict' ? '; the code changed too' : '';
  return { shown, note: `${editedText(live)}${rest}` };
}

/** What was edited live, in a plan: what would become of the edit, and that the differences are those of a write. */
export function edited(onDrift: OnDrift = 'fail'): (change: Change) => Presented {
  return (change) => {
    const { verdict, desired, live, differences } = change;
    const isEdited = verdict === 'drifted' || verdict === 'conflict';
    if (!isEdited || live === undefined || desired === undefined) return { shown: change };
    const code = verdict === 'conflict' ? ', and changed in code' : '';
    const fate = { fail: '', keep: ', kept', overwrite: ', to be overwritten' }[onDrift];
    const legend = onDrift === 'overwrite' ? ' with this' : '; overwriting it would do this';
    return { shown: change, note: `${editedText(live)}${code}${fate}${differences.length === 0 ? '' : legend}` };
  };
}
