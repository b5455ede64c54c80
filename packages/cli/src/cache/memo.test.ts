import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { memoKey, memorise, recall } from './memo.ts';
import { openStore } from './store.ts';

it('recalls a value for its key and for no other', () => {
  const store = openStore(folderWith({}));
  memorise(store, 'check', [memoKey('a', 1), { found: 1 }]);
  expect([recall(store, 'check', memoKey('a', 1)), recall(store, 'check', memoKey('a', 2))]).toEqual([
    { found: 1 },
    undefined,
  ]);
});

it('keeps the latest sixteen', () => {
  const store = openStore(folderWith({}));
  for (let n = 0; n < 20; n++) memorise(store, 'check', [memoKey(n), n]);
  expect([3, 4, 19].map((n) => recall(store, 'check', memoKey(n)))).toEqual([undefined, 4, 19]);
});

it('takes a damaged file for none', () => {
  const store = openStore(folderWith({ 'cache/check.json': '[["key"], 3' }));
  expect(recall(store, 'check', 'key')).toBeUndefined();
});
