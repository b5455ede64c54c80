import { checksum, type Owner, type Resource } from '@binnacle/model';
import { asWrite, type Connection, TargetError, type Written } from '@binnacle/targets';
import pLimit from 'p-limit';
import type { Step } from './policy.ts';

/** What became of one step. */
export interface Outcome {
  readonly step: Step;
  /** `unconfirmed`: the run was stopped after it was sent and before its answer was known. */
  readonly result: 'done' | 'failed' | 'skipped' | 'interrupted' | 'unconfirmed';
  /** Why it failed or was not tried, in the system's words; what the system said besides when it is done. */
  readonly messages: readonly string[];
  readonly fix?: string;
}

export interface ApplyOptions {
  readonly owner: Owner;
  /** Aborted when the user stops the run: no further write begins. */
  readonly signal: AbortSignal;
  readonly onStep: (done: number, total: number, step: Step) => void;
}

const AGAIN = 'run the command again: it looks what is there';

function resourceOf({ desired, live }: Step): Resource {
  const resource = desired ?? live?.resource;
  if (resource === undefined) throw new Error('a change is about a desired or a live resource');
  return resource;
}

/** Writes once and, where the system made something else of it, once more with a stamp that says so: the next plan is quiet. */
async function put(connection: Connection, step: Step, owner: Owner): Promise<Written> {
  const resource = resourceOf(step);
  const stamp = { ...owner, checksum: checksum(resource) };
  const written = await connection.write({
    action: 'put',
    resource,
    stamp,
    ...(step.live !== undefined && { live: step.live }),
  });
  const { live } = written;
  if (live === undefined) return written;
  const stored = checksum(live.resource);
  if (stored === stamp.checksum || live.stamp?.stored === stored) return written;
  const again = await connection.write({ action: 'put', resource, stamp: { ...stamp, stored }, live });
  return { ...again, warnings: [...written.warnings, 'the system stores it in a changed form', ...again.warnings] };
}

/**
 * Makes the steps' writes: what is required first comes first, deletions in the opposite order and after all else, several
 * at a time. A failed step keeps only those that need it from being tried. Never throws for what a system answers.
 */
export async function apply(
  connection: Connection,
  steps: readonly Step[],
  { owner, signal, onStep }: ApplyOptions,
): Promise<Outcome[]> {
  const limit = pLimit(connection.concurrency);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const runs = new Map<string, Promise<Outcome>>();
  let done = 0;

  const requires = (step: Step): readonly string[] => connection.requires?.(resourceOf(step)) ?? [];
  /** Id → the deletions of what requires it. */
  const emptied = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.write !== 'delete') continue;
    for (const id of requires(step)) {
      const known = emptied.get(id);
      if (known === undefined) emptied.set(id, [step]);
      else known.push(step);
    }
  }

  /** Steps that must be done before: what a put requires; for a deletion, the deletions of what requires it. */
  function before(step: Step): readonly Step[] {
    if (step.write === 'delete') return emptied.get(step.id) ?? [];
    return requires(step)
      .flatMap((id) => byId.get(id) ?? [])
      .filter(({ write }) => write === 'put');
  }

  async function attempt(step: Step): Promise<Outcome> {
    if (signal.aborted) return { step, result: 'interrupted', messages: ['stopped before it was tried'] };
    const write = { isSent: false };
    try {
      const { live } = step;
      const written = await asWrite(write, () =>
        step.write === 'put'
          ? put(connection, step, owner)
          : connection.write({ action: 'delete', live: live ?? { resource: resourceOf(step) } }),
      );
      return { step, result: 'done', messages: written.warnings };
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      const { refusal, message, fix } = error;
      if (refusal === 'interrupted' && write.isSent)
        return { step, result: 'unconfirmed', messages: [message], fix: AGAIN };
      return {
        step,
        result: refusal === 'interrupted' ? 'interrupted' : 'failed',
        messages: [message],
        ...(fix !== undefined && { fix }),
      };
    } finally {
      done += 1;
      onStep(done, steps.length, step);
    }
  }

  async function run(step: Step, after: Promise<unknown>): Promise<Outcome> {
    await after;
    const needed = await Promise.all(before(step).map((other) => start(other, after)));
    const missing = needed.find(({ result }) => result !== 'done');
    if (missing === undefined) return limit(attempt, step);
    const why = `not tried: ${missing.step.id} ${missing.step.write === 'put' ? 'is not there' : 'is still there'}`;
    const isStopped = missing.result === 'interrupted' || missing.result === 'unconfirmed';
    return { step, result: isStopped ? 'interrupted' : 'skipped', messages: [why] };
  }

  function start(step: Step, after: Promise<unknown>): Promise<Outcome> {
    let running = runs.get(step.id);
    if (running === undefined) runs.set(step.id, (running = run(step, after)));
    return running;
  }

  const puts = steps.filter((step) => step.write === 'put').map((step) => start(step, Promise.resolve()));
  const after = Promise.all(puts);
  const deletions = steps.filter((step) => step.write === 'delete').map((step) => start(step, after));
  return [...(await after), ...(await Promise.all(deletions))];
}
