import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { installedFiles, ownFiles, resolutionSettings } from './resolution.ts';

it('names settings and lock files of the folders and all above, present or not', () => {
  const root = folderWith({});
  const { files } = resolutionSettings(root, [join(root, 'services')]);
  expect(files).toEqual(
    expect.arrayContaining([
      join(root, 'services/tsconfig.json'),
      join(root, 'package.json'),
      join(root, 'package-lock.json'),
      join(root, '../package.json'),
    ]),
  );
});

it('follows what a tsconfig extends, and reads where bare imports are looked up', () => {
  const root = folderWith({
    'tsconfig.json': '{ // comment\n "extends": ["./base", "preset/tsconfig.json"] }',
    'base.json': '{ "compilerOptions": { "baseUrl": "./src" } }',
    'node_modules/preset/tsconfig.json': '{}',
    'node_modules/preset/package.json': '{ "name": "preset" }',
  });
  const { files, baseUrls, ...rest } = resolutionSettings(root, []);
  expect(files).toEqual(
    expect.arrayContaining([join(root, 'base.json'), join(root, 'node_modules/preset/tsconfig.json')]),
  );
  expect([baseUrls, rest]).toEqual([[join(root, 'src')], { isAmbiguous: false }]);
});

function isAmbiguous(targets: string): boolean {
  const tsconfig = `{ "compilerOptions": { "paths": { "@/*": [${targets}] } } }`;
  return resolutionSettings(folderWith({ 'tsconfig.json': tsconfig }), []).isAmbiguous;
}

it('tells an alias with several targets', () => {
  expect([isAmbiguous('"a/*"'), isAmbiguous('"a/*", "b/*"')]).toEqual([false, true]);
});

it('tells versions of a package by its manifest and the file imported', () => {
  const root = folderWith({ 'node_modules/x/package.json': '{}', 'node_modules/x/dist/deep/i.js': '' });
  const entry = join(root, 'node_modules/x/dist/deep/i.js');
  expect(installedFiles([entry])).toEqual([entry, join(root, 'node_modules/x/package.json')]);
});

it('counts the code of this installation', () => {
  expect(ownFiles([]).filter((file) => file.endsWith('package.json')).length).toBeGreaterThanOrEqual(5);
});
