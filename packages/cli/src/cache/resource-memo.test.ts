import type { Resource } from '@binnacle/model';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { openResourceMemo, type ResourceMemo } from './resource-memo.ts';
import { openStore, type Store } from './store.ts';

function resource(name: string): Resource {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: {} };
}

const [a, b] = [resource('a'), resource('b')];

function open(store: Store, context: string | undefined = 'same'): ResourceMemo {
  return openResourceMemo(store, { context, digestOf: ({ metadata }) => metadata.name });
}

function stored(run: 'whole' | 'stopped' = 'whole'): Store {
  const store = openStore(folderWith({}));
  const memo = open(store);
  memo.scope('x').set(a, 'found');
  memo.save(run);
  return store;
}

it('recalls what was found of a resource', () => {
  const scope = open(stored()).scope('x');
  expect([scope.get(a), scope.get(b)]).toEqual(['found', undefined]);
});

it('recalls nothing for another context, of the computation or of all of them', () => {
  const store = stored();
  expect(open(store).scope('y').get(a)).toBeUndefined();
  expect(open(store, 'other').scope('x').get(a)).toBeUndefined();
});

it('remembers nothing of a resource without a digest, and nothing at all where the context is not known', () => {
  const store = openStore(folderWith({}));
  const unknown = openResourceMemo(store, { context: undefined, digestOf: () => 'a' });
  const nameless = openResourceMemo(store, { context: 'same', digestOf: () => undefined });
  for (const memo of [unknown, nameless]) {
    memo.scope('x').set(a, 'found');
    memo.save('whole');
    expect(memo.scope('x').get(a)).toBeUndefined();
  }
  expect(open(store).scope('x').get(a)).toBeUndefined();
});

it('forgets what a whole run did not ask for, and keeps it for one that was stopped', () => {
  const store = stored();
  open(store).save('stopped');
  expect(open(store).scope('x').get(a)).toBe('found');
  open(store).save('whole');
  expect(open(store).scope('x').get(a)).toBeUndefined();
});

it.each(['', '[]', '{"context":"same","entries":null}', '{"context":"same","entries":{"x":3}}'])(
  'takes a damaged file for none: %s',
  (text) => {
    const store = openStore(folderWith({ 'cache/resources.json': text }));
    expect(open(store).scope('x').get(a)).toBeUndefined();
  },
);
