import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { type Manifest, type Packable, readContents, storeDefinitions } from './manifest.ts';
import { openStore } from './store.ts';

function fresh(file: string, text: string): Packable {
  return { file, closure: [], exports: 'resources', key: text, content: Buffer.from(text) };
}

function keep({ definitions }: Pick<Manifest, 'definitions'>): Packable[] {
  return definitions.map((stored) => ({ ...stored, stored }));
}

function readTexts(...from: Parameters<typeof readContents>): string[] {
  return readContents(...from).map(String);
}

it('puts new texts into a pack of their own and finds all of them again', () => {
  const store = openStore(folderWith({}));
  const first = storeDefinitions(store, [fresh('a', '["ä"]'), fresh('b', '["b"]')], []);
  const second = first && storeDefinitions(store, [...keep(first).slice(1), fresh('c', '["c"]')], first.packs);
  expect(second?.packs).toHaveLength(2);
  expect(second && readTexts(store, second, second.definitions)).toEqual(['["b"]', '["c"]']);
});

it('drops a pack nothing refers to', () => {
  const store = openStore(folderWith({}));
  const first = storeDefinitions(store, [fresh('a', '1')], []);
  const second = first && storeDefinitions(store, [fresh('a', '2')], first.packs);
  expect([second?.packs.length, second && readTexts(store, second, second.definitions)]).toEqual([1, ['2']]);
});

it('merges many packs into one', () => {
  const store = openStore(folderWith({}));
  let stored: Pick<Manifest, 'definitions' | 'packs'> | undefined = { definitions: [], packs: [] };
  for (let n = 0; n < 9; n++)
    stored = stored && storeDefinitions(store, [...keep(stored), fresh(`f${n}`, `[${n}]`)], stored.packs);
  expect(stored?.packs).toHaveLength(1);
  expect(stored && readTexts(store, stored, stored.definitions)).toEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => `[${n}]`),
  );
});

it('does not read a pack of another size', () => {
  const store = openStore(folderWith({}));
  const stored = storeDefinitions(store, [fresh('a', '["a"]')], []);
  const [name = ''] = stored?.packs[0] ?? [];
  store.write(name, '[');
  expect(() => stored && readTexts(store, stored, stored.definitions)).toThrow('is damaged');
});
