import type { Change, LiveResource, Resource, Verdict } from '@binnacle/model';
import { describe, expect, test } from 'vitest';
import { decide, type Policy } from './policy.ts';

const policy: Policy = { adopt: false, prune: false, pruneLimit: 25, onDrift: 'fail' };

function resource(name: string): Resource {
  return { apiVersion: 'v1', kind: 'Folder', metadata: { name }, spec: {} };
}

function change(verdict: Verdict, name: string = verdict, live: Partial<LiveResource> = {}): Change {
  return {
    id: `Folder/${name}`,
    verdict,
    differences: [],
    ...(verdict !== 'delete' && { desired: resource(name) }),
    ...(verdict !== 'create' && { live: { resource: resource(name), ...live } }),
  };
}

/** Steps and refusals of a decision, one line each. */
function decided(changes: readonly Change[], over: Partial<Policy> = {}): string[] {
  const desired = changes.flatMap((one) => one.desired ?? []);
  const { steps, withheld, stop } = decide(changes, desired, { ...policy, ...over });
  return [
    ...steps.map(({ id, write }) => `${write} ${id}`),
    ...withheld.map(({ change: { id }, why, isFailure }) => `${isFailure ? 'refused' : 'left'} ${id}: ${why}`),
    ...(stop === undefined ? [] : [`stop: ${stop.message}`]),
  ];
}

test('creates and updates are written, what is unchanged is not', () => {
  expect(decided([change('create'), change('update'), change('unchanged')])).toEqual([
    'put Folder/create',
    'put Folder/update',
  ]);
});

describe('what others made', () => {
  test('is refused, naming who manages it', () => {
    expect(decided([change('adopt'), change('adopt', 'b', { manager: 'terraform/platform' })])).toEqual([
      'refused Folder/adopt: exists, and Binnacle did not make it',
      'refused Folder/b: exists, and is managed by terraform/platform',
    ]);
  });

  test('is taken over with --adopt', () => {
    expect(decided([change('adopt')], { adopt: true })).toEqual(['put Folder/adopt']);
  });
});

describe('drift', () => {
  const changes = [change('create'), change('drifted'), change('conflict')];

  test('stops the push', () => {
    expect(decided(changes)).toEqual([
      'put Folder/create',
      'refused Folder/drifted: edited live',
      'refused Folder/conflict: edited live',
      'stop: Folder/drifted and 1 other were edited live since the last push; nothing is written',
    ]);
  });

  test('is kept', () => {
    expect(decided(changes, { onDrift: 'keep' })).toEqual([
      'put Folder/create',
      'left Folder/drifted: edited live',
      'left Folder/conflict: edited live',
    ]);
  });

  test('is overwritten', () => {
    expect(decided(changes, { onDrift: 'overwrite' })).toEqual([
      'put Folder/create',
      'put Folder/drifted',
      'put Folder/conflict',
    ]);
  });

  test('of what is no longer declared matters only when it would be deleted', () => {
    const { desired: _, ...gone } = change('conflict');
    const all = [gone, ...['a', 'b', 'c', 'd'].map((name) => change('unchanged', name))];
    expect(decided(all)).toEqual(['left Folder/conflict: no longer declared']);
    expect(decided(all, { prune: true }).at(-1)).toMatch(/^stop: Folder\/conflict was edited live/);
    expect(decided(all, { prune: true, onDrift: 'overwrite' })).toEqual(['delete Folder/conflict']);
  });
});

describe('pruning', () => {
  const kept = ['a', 'b', 'c'].map((name) => change('unchanged', name));

  test('happens only when asked for', () => {
    expect(decided([change('delete'), ...kept])).toEqual(['left Folder/delete: no longer declared']);
    expect(decided([change('delete'), ...kept], { prune: true })).toEqual(['delete Folder/delete']);
  });

  test('of more than a quarter is refused unless told', () => {
    const changes = [change('delete', 'x'), change('delete', 'y'), ...kept];
    expect(decided(changes, { prune: true }).at(-1)).toBe(
      'stop: --prune would delete 2 of 5 resources, which is more than 25 %',
    );
    expect(decided(changes, { prune: true, pruneLimit: 40 })).toEqual(['delete Folder/x', 'delete Folder/y']);
  });

  test('with an empty desired set is refused unless told', () => {
    expect(decided([change('delete')], { prune: true, pruneLimit: 99 }).at(-1)).toBe(
      'stop: nothing is declared for this system, so --prune would delete all 1 resource of this project there',
    );
    expect(decided([change('delete')], { prune: true, pruneLimit: 100 })).toEqual(['delete Folder/delete']);
  });

  test('does not count what others made, nor what is new', () => {
    const changes = [change('delete'), change('adopt'), change('create'), ...kept.slice(1)];
    expect(decided(changes, { prune: true, adopt: true }).at(-1)).toMatch('1 of 3 resources');
  });
});
