import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { version } from '../version.ts';
import { checkoutFolder, dependencies, TYPESCRIPT } from './dependency.ts';

const PACKAGE_FILES = {
  'packages/builders/package.json': '{ "name": "@binnacle/builders" }',
  'packages/cli/package.json': '{ "name": "@binnacle/cli" }',
};

it('knows a checkout from an installed package', () => {
  const root = folderWith({
    ...PACKAGE_FILES,
    'node_modules/@binnacle/builders/package.json': '{ "name": "@binnacle/builders" }',
    'node_modules/@binnacle/cli/package.json': '{ "name": "@binnacle/cli" }',
    'copied/cli/package.json': '{ "name": "@binnacle/cli" }',
  });
  expect(checkoutFolder(join(root, 'packages/cli'))).toBe(join(root, 'packages'));
  expect(checkoutFolder(join(root, 'node_modules/@binnacle/cli'))).toBeUndefined();
  expect(checkoutFolder(join(root, 'copied/cli'))).toBeUndefined();
});

it('depends on exact versions, or on the folders of a checkout as seen from the real place of the project', () => {
  const root = folderWith({ ...PACKAGE_FILES, 'far/away/x': '' });
  symlinkSync(join(root, 'far/away'), join(root, 'link'));
  expect(dependencies(root, undefined)).toEqual({
    '@binnacle/builders': version(),
    '@binnacle/cli': version(),
    typescript: TYPESCRIPT,
  });
  expect(dependencies(join(root, 'link/new/project'), join(root, 'packages'))).toMatchObject({
    '@binnacle/builders': 'file:../../../../packages/builders',
    '@binnacle/cli': 'file:../../../../packages/cli',
  });
});

it('gives new projects the compiler that Binnacle is checked with', () => {
  const text = readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ devDependencies: { typescript: TYPESCRIPT } });
});
