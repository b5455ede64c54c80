import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { isOwnEntry, outputPlaces } from './places.ts';

it('keeps its own files beside the output folder, under names of their own', () => {
  const root = folderWith({});
  const one = outputPlaces(join(root, 'one'));
  const two = outputPlaces(join(root, 'two'));
  expect([one.beside, one.isReplaceable, one.lock === two.lock]).toEqual([root, true, false]);
  expect(isOwnEntry(one.prefix)).toBe(true);
});

it('does not take the manifest for a file of its own', () => {
  expect(isOwnEntry('.binnacle.json')).toBe(false);
});

it('makes the folders around the output folder', () => {
  const root = folderWith({});
  expect(outputPlaces(join(root, 'a/b/out')).beside).toBe(join(root, 'a/b'));
  expect(existsSync(join(root, 'a/b'))).toBe(true);
});

it.skipIf(process.platform !== 'linux')('says so where nobody can make a folder', () => {
  expect(() => outputPlaces('/proc/a/b/out')).toThrow('cannot make the output folder /proc/a/b/out (ENOENT)');
});
