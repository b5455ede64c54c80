import { PassThrough } from 'node:stream';
import type { Change, Verdict } from '@binnacle/model';
import { expect, test } from 'vitest';
import { production } from '../fixtures/company.ts';
import type { Decided } from './carry-out.ts';
import { forgetTyped, question } from './confirm.ts';
import { outcomeSummary } from './outcomes.ts';
import { decide, type Policy } from './policy.ts';

const folder = (name: string) => ({ apiVersion: 'v1', kind: 'Folder', metadata: { name }, spec: {} });

function change(verdict: Verdict, name: string): Change {
  const live = verdict === 'create' ? {} : { live: { resource: folder(name) } };
  return { id: `Folder/${name}`, verdict, differences: [], desired: folder(name), ...live };
}

/** What is decided about these changes of one system. */
function decided(changes: readonly Change[], onDrift: Policy['onDrift']): Decided {
  const desired = changes.flatMap((one) => one.desired ?? []);
  const connection = {
    name: 'a system',
    concurrency: 1,
    desired: () => ({ resources: [], diagnostics: [] }),
    list: async () => [],
    write: async () => ({ warnings: [] }),
    close: async () => {},
  };
  const owner = { project: 'shop', environment: 'production' };
  return {
    plan: { environment: production, destination: 'grafana', owner, connection, desired, changes, diagnostics: [] },
    decision: decide(changes, desired, { adopt: false, prune: false, pruneLimit: 25, onDrift }),
  };
}

/** What a push says after it has done what was decided. */
function summary({ decision: { steps, withheld } }: Decided): string {
  const outcomes = steps.map((step) => ({ step, result: 'done', messages: [] }) as const);
  return outcomeSummary([
    { environment: 'production', system: 'a system', outcomes, withheld, notes: [], problems: [] },
  ]);
}

const changes = [change('update', 'a'), change('drifted', 'b'), change('conflict', 'c'), change('create', 'd')];

test('a question names the live edits that would be lost, and the outcome those that were', () => {
  const one = decided(changes, 'overwrite');
  expect(question([one])).toBe('Write 4 changes (overwrites 2 live edits)?');
  expect(question([one, one])).toBe('Write 8 changes to 2 systems (overwrites 4 live edits)?');
  expect(summary(one)).toBe('1 created, 1 updated, 2 live edits overwritten');
});

test('live edits that are kept are counted, and not asked about', () => {
  expect(question([decided(changes, 'keep')])).toBe('Write 2 changes?');
  expect(summary(decided(changes, 'keep'))).toBe('1 created, 1 updated, 2 live edits kept');
  expect(question([decided([change('drifted', 'b')], 'keep')])).toBeUndefined();
  expect(summary(decided([change('drifted', 'b')], 'keep'))).toBe('nothing written, 1 live edit kept');
});

test('what was typed before the question is no answer to it', async () => {
  const modes: boolean[] = [];
  const keyboard = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => {
      modes.push(isRaw);
      return keyboard;
    },
  });
  keyboard.write('y\n');
  await forgetTyped(keyboard as unknown as NodeJS.ReadStream);
  expect([modes, keyboard.read(), keyboard.listenerCount('data')]).toEqual([[true, false], null, 0]);
  keyboard.write('n\n');
  expect(String(keyboard.read())).toBe('n\n');
});
