import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadedElsewhere } from './elsewhere.ts';
import { expectedGroups, loadedGroups } from './loaded.ts';

const CONTENT = 'groups: [{ name: g, rules: [] }]\n';
const expected = expectedGroups('a.yaml', [{ name: 'g', rules: [] }]);

/** Folders `ours`, which has the file, and `theirs`. */
function folders() {
  const root = mkdtempSync(join(tmpdir(), 'binnacle-elsewhere-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const [ours, theirs] = [join(root, 'ours'), join(root, 'theirs')];
  mkdirSync(ours);
  mkdirSync(theirs);
  writeFileSync(join(ours, 'a.yaml'), CONTENT);
  return { root, ours, theirs };
}
const loadedFrom = (...files: string[]) =>
  loadedGroups({ data: { groups: files.map((file) => ({ file, name: 'g', rules: [] })) } });

test('our own file, under whatever path', () => {
  const { root, ours, theirs } = folders();
  linkSync(join(ours, 'a.yaml'), join(theirs, 'a.yaml'));
  const places = { folder: ours, serverFolder: root };
  for (const path of [join(ours, 'a.yaml'), join(theirs, 'a.yaml'), 'ours/a.yaml']) {
    expect(loadedElsewhere(expected, loadedFrom(path), places)).toBeUndefined();
  }
});

test('a path that is not of this machine, or a file there that holds something else', () => {
  const { ours, theirs } = folders();
  const places = { folder: ours, serverFolder: undefined };
  writeFileSync(join(theirs, 'a.yaml'), 'groups: []\n');
  for (const path of ['/nowhere/a.yaml', 'theirs/a.yaml', join(theirs, 'a.yaml')]) {
    expect(loadedElsewhere(expected, loadedFrom(path), places)).toBeUndefined();
  }
});

test('the same groups from another folder of this machine', () => {
  const { root, ours, theirs } = folders();
  const other = join(theirs, 'a.yaml');
  writeFileSync(other, CONTENT);
  expect(loadedElsewhere(expected, loadedFrom(other), { folder: ours, serverFolder: undefined })).toBe(other);
  expect(loadedElsewhere(expected, loadedFrom('theirs/a.yaml'), { folder: ours, serverFolder: root })).toBe(other);
  const both = loadedFrom(other, join(ours, 'a.yaml'));
  expect(loadedElsewhere(expected, both, { folder: ours, serverFolder: root })).toBeUndefined();
});
