import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { completeStage, discardStage, openStage, swap } from './stage.ts';

async function stageIn(root: string, files: Readonly<Record<string, string>>): Promise<ReturnType<typeof openStage>> {
  const stage = openStage(join(root, 'new'));
  for (const [path, content] of Object.entries(files)) void stage.put(path, Buffer.from(content));
  await stage.settled();
  return stage;
}

it('completes a tree with links to what stays', async () => {
  const root = folderWith({ 'out/a': 'a', 'out/sub/b': 'b', 'out/gone/c': 'c' });
  mkdirSync(join(root, 'out/empty'));
  const stage = await stageIn(root, { a: 'A' });
  completeStage(stage, join(root, 'out'), new Set(['gone/c']));
  expect(readdirSync(join(root, 'new'), { recursive: true }).map(String).toSorted()).toEqual([
    'a',
    'empty',
    'sub',
    'sub/b',
  ]);
  expect(readFileSync(join(root, 'new/a'), 'utf8')).toBe('A');
  expect(statSync(join(root, 'new/sub/b')).ino).toBe(statSync(join(root, 'out/sub/b')).ino);
});

it('keeps a file that came into the old tree at the last moment', async () => {
  const root = folderWith({ 'out/a': 'a' });
  const stage = await stageIn(root, { a: 'A' });
  completeStage(stage, join(root, 'out'), new Set());
  writeFileSync(join(root, 'out/late'), 'late');
  swap(stage, { out: join(root, 'out'), old: join(root, 'old') }, new Set());
  expect([readdirSync(root), readdirSync(join(root, 'out'))]).toEqual([['out'], ['a', 'late']]);
});

it('rejects when something could not be written', async () => {
  const root = folderWith({ 'new/a/b': '' });
  const stage = openStage(join(root, 'new'));
  void stage.put('a', Buffer.from(''));
  await expect(stage.settled()).rejects.toThrow('EISDIR');
});

it('is gone for good when discarded with writes under way', async () => {
  const root = folderWith({});
  const stage = openStage(join(root, 'new'));
  for (let index = 0; index < 199; index++) void stage.put(`folder${index % 7}/${index}`, Buffer.from('x'));
  discardStage(stage, join(root, 'aside'));
  await stage.settled().catch(() => undefined);
  expect(readdirSync(root)).toEqual([]);
});

it('asks to wait before it has more files open than a system allows', async () => {
  const stage = openStage(join(folderWith({}), 'stage'));
  const waits = Array.from({ length: 200 }, (_, index) => stage.put(`${index}`, new Uint8Array()) !== undefined);
  expect(waits).toEqual([...Array.from({ length: 199 }, () => false), true]);
  await stage.settled();
});
