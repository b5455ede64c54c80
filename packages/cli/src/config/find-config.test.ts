import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { findConfig } from './find-config.ts';

it('finds the nearest config, in this folder or above', () => {
  const root = folderWith({ 'binnacle.config.ts': '', 'a/b/x': '', 'a/binnacle.config.json': '' });
  expect([findConfig(root), findConfig(join(root, 'a/b'))]).toEqual([
    join(root, 'binnacle.config.ts'),
    join(root, 'a/binnacle.config.json'),
  ]);
});

it('prefers TypeScript', () => {
  const root = folderWith({ 'binnacle.config.mjs': '', 'binnacle.config.ts': '' });
  expect(findConfig(root)).toBe(join(root, 'binnacle.config.ts'));
});

it('takes the file it is given', () => {
  const root = folderWith({ 'other.ts': '', 'binnacle.config.ts': '' });
  expect(findConfig(root, 'other.ts')).toBe(join(root, 'other.ts'));
  expect(() => findConfig(root, 'none.ts')).toThrow('no config file at none.ts');
});

it('says that there is none', () => {
  expect(() => findConfig(folderWith({}))).toThrow('no binnacle.config.ts in');
});
