import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, writeFiles } from '../fixtures/folder.ts';
import { openStore } from './store.ts';

it('gives back what was written, in a folder git ignores', () => {
  const state = join(folderWith({}), '.binnacle');
  const store = openStore(state);
  expect(store.write('a.json', '{"x":1}')).toBe(true);
  expect(store.write('pack', [Buffer.from('ab'), Buffer.from('c')])).toBe(true);
  expect([store.readJson('a.json'), store.readPack('pack')?.toString(), store.names()]).toEqual([
    { x: 1 },
    'abc',
    ['a.json', 'pack'],
  ]);
  expect(readFileSync(join(state, '.gitignore'), 'utf8')).toBe('*\n');
});

it('takes what cannot be read for absent', () => {
  const state = folderWith({ 'cache/broken.json': '{' });
  const store = openStore(state);
  expect([store.readJson('broken.json'), store.readJson('none.json'), store.readPack('none')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('does without a folder that cannot be written', () => {
  const root = folderWith({ state: 'a file' });
  const store = openStore(join(root, 'state'));
  expect([store.write('a.json', '1'), store.names()]).toEqual([false, []]);
});

it('removes an old file and leaves a young one, which another build may have just written', () => {
  const state = folderWith({});
  writeFiles(state, { 'cache/old': '', 'cache/young': '' });
  utimesSync(join(state, 'cache/old'), 1e9, 1e9);
  const store = openStore(state);
  store.remove('old');
  store.remove('young');
  store.remove('none');
  expect(store.names()).toEqual(['young']);
});

it('leaves the file as it was when writing fails half-way', () => {
  const state = folderWith({ 'cache/a/in-the-way': '' });
  const store = openStore(state);
  expect([store.write('a', 'x'), existsSync(join(state, 'cache/a/in-the-way')), store.names()]).toEqual([
    false,
    true,
    ['a'],
  ]);
  writeFileSync(join(state, 'cache/b'), 'old');
  expect([store.write('b', 'new'), store.readPack('b')?.toString()]).toEqual([true, 'new']);
});
