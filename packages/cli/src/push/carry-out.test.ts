import { type Resource, resourceId } from '@binnacle/model';
import { type Connection, TargetError } from '@binnacle/targets';
import { expect, test } from 'vitest';
import { production } from '../fixtures/company.ts';
import { carryOut, decideAll } from './carry-out.ts';
import type { Compared } from './compare-live.ts';
import type { LivePlan } from './live-plan.ts';
import { outcomeText, type Pushed } from './outcomes.ts';

const owner = { project: 'shop', environment: 'production' };
const plain = (_style: string, text: string): string => text;

function folder(name: string): Resource {
  return { apiVersion: 'v1', kind: 'Folder', metadata: { name }, spec: {} };
}

/** Pushes two new folders to a system, and what it was made to do. */
async function pushTo(over: Partial<Connection>, stop = new AbortController()): Promise<readonly Pushed[]> {
  const connection: Connection = {
    name: 'a system',
    concurrency: 1,
    desired: (resources) => ({ resources, diagnostics: [] }),
    list: async () => [],
    write: async () => ({ warnings: [] }),
    close: async () => {},
    ...over,
  };
  const desired = ['a', 'b'].map(folder);
  const plan: LivePlan = {
    environment: production,
    destination: 'prometheus',
    owner,
    connection,
    desired,
    changes: desired.map((one) => ({ id: resourceId(one), verdict: 'create', desired: one, differences: [] })),
    diagnostics: [],
  };
  const progress = { show: () => {}, clear: () => {} };
  const compared: Compared = {
    prepared: { project: 'shop', root: '/', resolved: [], findings: [], progress },
    plans: [plan],
    report: { command: 'push', systems: [], findings: [], counts: NONE, digest: '' },
    stop: { signal: stop.signal, exitCode: () => undefined, end: () => {} },
  };
  return carryOut(decideAll([plan], {}), compared);
}
const NONE = { create: 0, update: 0, delete: 0, adopt: 0, drifted: 0, conflict: 0, unchanged: 0 };

test('what was written before the run was stopped is taken in; the rest is not begun', async () => {
  const stop = new AbortController();
  let settled = 0;
  const pushed = await pushTo(
    {
      write: async () => {
        stop.abort();
        return { warnings: [] };
      },
      settle: async () => {
        settled += 1;
        return ['reloaded'];
      },
    },
    stop,
  );
  expect(settled).toBe(1);
  expect(outcomeText(pushed, plain)).toBe(`production · a system
  interrupted Folder/b: stopped before it was tried
  note reloaded
pushed: 1 created, 1 not tried
`);
});

test('a run that is stopped before anything is written makes no system take in anything', async () => {
  const stop = new AbortController();
  stop.abort();
  const pushed = await pushTo({ settle: () => Promise.reject(new TargetError('refused', 'asked')) }, stop);
  expect(outcomeText(pushed, plain).split('\n').at(-2)).toBe('pushed: 2 not tried');
});

test('what a system refused together and was put back is not told as written', async () => {
  const refused = new TargetError('refused', 'failed to reload config', {
    fix: 'the former files are back and loaded',
    isTakenBack: true,
  });
  const pushed = await pushTo({ settle: () => Promise.reject(refused) });
  expect(outcomeText(pushed, plain)).toBe(`production · a system
  failed Folder/a: taken back
  failed Folder/b: taken back
  error failed to reload config
      fix: the former files are back and loaded
pushed: 2 failed
`);
});
