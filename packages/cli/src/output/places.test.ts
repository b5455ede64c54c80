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
