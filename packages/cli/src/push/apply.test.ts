import { checksum, type LiveResource, type Resource } from '@binnacle/model';
import { type Connection, TargetError, type Write } from '@binnacle/targets';
import { expect, test } from 'vitest';
import { apply, type ApplyOptions } from './apply.ts';
import type { Step } from './policy.ts';

const owner = { project: 'shop', environment: 'production' };

function resource(name: string, parent?: string): Resource {
  return {
    apiVersion: 'v1',
    kind: 'Folder',
    metadata: { name, ...(parent !== undefined && { annotations: { parent } }) },
    spec: { title: name },
  };
}
const put = (name: string, parent?: string): Step => ({
  id: `Folder/${name}`,
  verdict: 'create',
  write: 'put',
  desired: resource(name, parent),
  differences: [],
});
const remove = (name: string, parent?: string): Step => ({
  id: `Folder/${name}`,
  verdict: 'delete',
  write: 'delete',
  live: { resource: resource(name, parent) },
  differences: [],
});

/** A system that records its writes and refuses some; `requires` reads the `parent` annotation. */
function system(over: Partial<Connection> = {}, refuse: readonly string[] = []) {
  const log: string[] = [];
  let active = 0;
  let most = 0;
  const connection: Connection = {
    name: 'a system',
    concurrency: 2,
    desired: (resources) => ({ resources, diagnostics: [] }),
    list: async () => [],
    requires: ({ metadata }) => {
      const parent = metadata.annotations?.['parent'];
      return parent === undefined ? [] : [`Folder/${parent}`];
    },
    write: async (write: Write) => {
      active += 1;
      most = Math.max(most, active);
      await new Promise((resolve) => setTimeout(resolve, 5));
      active -= 1;
      const { metadata } = write.action === 'put' ? write.resource : write.live.resource;
      log.push(`${write.action} ${metadata.name}`);
      if (refuse.includes(metadata.name))
        throw new TargetError('refused', `no ${metadata.name} here`, { fix: 'rename it' });
      return { warnings: [] };
    },
    close: async () => {},
    ...over,
  };
  return { connection, log, most: () => most };
}

async function outcomes(connection: Connection, steps: readonly Step[], over: Partial<ApplyOptions> = {}) {
  const all = await apply(connection, steps, {
    owner,
    signal: new AbortController().signal,
    onStep: () => {},
    ...over,
  });
  return all.map(({ step, result, messages }) => [step.id.slice(7), result, ...messages].join(' '));
}

test('parents before children, deletions last and children first', async () => {
  const { connection, log } = system();
  const steps = [remove('old'), remove('old-child', 'old'), put('b', 'a'), put('c', 'b'), put('a')];
  await outcomes(connection, steps);
  expect(log).toEqual(['put a', 'put b', 'put c', 'delete old-child', 'delete old']);
});

test('a failure stops only what needs it, and says why in the system’s words', async () => {
  const { connection } = system({}, ['a']);
  expect(await outcomes(connection, [put('a'), put('b', 'a'), put('c', 'b'), put('d')])).toEqual([
    'a failed no a here',
    'b skipped not tried: Folder/a is not there',
    'c skipped not tried: Folder/b is not there',
    'd done',
  ]);
});

test('what could not be emptied is not deleted', async () => {
  const { connection, log } = system({}, ['child']);
  expect(await outcomes(connection, [remove('parent'), remove('child', 'parent')])).toEqual([
    'parent skipped not tried: Folder/child is still there',
    'child failed no child here',
  ]);
  expect(log).toEqual(['delete child']);
});

test('as many writes at a time as the system takes', async () => {
  const { connection, most } = system();
  await outcomes(
    connection,
    Array.from({ length: 9 }, (_, i) => put(`f${i}`)),
  );
  expect(most()).toBe(2);
});

test('stopping finishes what is under way and begins nothing else', async () => {
  const { connection, log } = system();
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 2);
  const steps = ['a', 'b', 'c', 'd'].map((name) => put(name));
  expect(await outcomes(connection, steps, { signal: stop.signal })).toEqual([
    'a done',
    'b done',
    'c interrupted stopped before it was tried',
    'd interrupted stopped before it was tried',
  ]);
  expect(log).toEqual(['put a', 'put b']);
});

test('what a system makes of a resource is stamped, so that it is no drift', async () => {
  const stored: Resource = { ...resource('a'), spec: { title: 'A!' } };
  const stamps: unknown[] = [];
  const { connection } = system({
    write: async (write) => {
      if (write.action === 'put') stamps.push(write.stamp);
      const live: LiveResource = { resource: stored };
      return { live, warnings: [] };
    },
  });
  expect(await outcomes(connection, [put('a')])).toEqual(['a done the system stores it in a changed form']);
  const stamp = { ...owner, checksum: checksum(resource('a')) };
  expect(stamps).toEqual([stamp, { ...stamp, stored: checksum(stored) }]);
});

test('a bug is thrown, not reported as an answer', async () => {
  const { connection } = system({
    write: () => Promise.reject(new RangeError('oops')),
  });
  await expect(outcomes(connection, [put('a')])).rejects.toThrow('oops');
});
