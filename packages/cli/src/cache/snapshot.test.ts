import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { folderWith, writeFiles } from '../fixtures/folder.ts';
import { type Snapshot, takeSnapshot, verifySnapshot } from './snapshot.ts';

const NAME = 'BINNACLE_SNAPSHOT_TEST';
afterEach(() => {
  delete process.env[NAME];
});

function probing(root: string): Snapshot {
  return takeSnapshot({ files: [], probes: [join(root, 'lib/x')] }, Date.now());
}

it.each([
  ['lib/x.ts', false],
  ['lib/x.d.ts', false],
  ['lib/x/index.ts', false],
  ['lib/xy.ts', true],
  ['lib/y/index.ts', true],
])('a new %s leaves an import of lib/x as it was: %s', (path, isSame) => {
  const root = folderWith({ 'lib/a.ts': '' });
  const snapshot = probing(root);
  writeFiles(root, { [path]: '' });
  expect(verifySnapshot(snapshot) !== undefined).toBe(isSame);
});

it('notices a folder that comes into being', () => {
  const root = folderWith({});
  const snapshot = probing(root);
  expect(verifySnapshot(snapshot)).toBe(snapshot);
  writeFiles(root, { 'lib/x.ts': '' });
  expect(verifySnapshot(snapshot)).toBeUndefined();
});

it('notices a variable that is set, changed or unset', () => {
  const observed = { env: new Set([NAME]), wholeEnv: false, paths: new Set<string>() };
  const take = (): Snapshot => takeSnapshot({ files: [], probes: [], observed }, Date.now());
  const unset = take();
  process.env[NAME] = 'a';
  expect(verifySnapshot(unset)).toBeUndefined();
  const set = take();
  expect(verifySnapshot(set)).toBe(set);
  process.env[NAME] = 'b';
  expect(verifySnapshot(set)).toBeUndefined();
});

it('notices any variable when all were read', () => {
  const observed = { env: new Set<string>(), wholeEnv: true, paths: new Set<string>() };
  const snapshot = takeSnapshot({ files: [], probes: [], observed }, Date.now());
  expect(verifySnapshot(snapshot)).toBe(snapshot);
  process.env[NAME] = 'a';
  expect(verifySnapshot(snapshot)).toBeUndefined();
});
