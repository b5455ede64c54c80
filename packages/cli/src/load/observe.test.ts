import fs, { readFileSync as early } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { observe } from './observe.ts';

it('records variables that are read or looked for', () => {
  const observing = observe();
  void process.env['READ'];
  void ('LOOKED_FOR' in process.env);
  const { env, wholeEnv } = observing.stop();
  expect([env.has('READ'), env.has('LOOKED_FOR'), env.has('OTHER'), wholeEnv]).toEqual([true, true, false, false]);
});

it('records that all variables were read', () => {
  const observing = observe();
  void { ...process.env };
  expect(observing.stop().wholeEnv).toBe(true);
});

it('records files that are read, listed or asked for, there or not', async () => {
  const root = folderWith({ 'a.txt': 'a', 'b.txt': 'b' });
  const observing = observe();
  fs.readFileSync(join(root, 'a.txt'));
  await readFile(join(root, 'b.txt'));
  fs.existsSync(join(root, 'missing.txt'));
  fs.readdirSync(root);
  const { paths } = observing.stop();
  expect([...paths].filter((path) => path.startsWith(root)).toSorted()).toEqual([
    root,
    join(root, 'a.txt'),
    join(root, 'b.txt'),
    join(root, 'missing.txt'),
  ]);
});

it('leaves installed packages out', () => {
  const root = folderWith({ 'node_modules/x/data.json': '{}' });
  const observing = observe();
  early(join(root, 'node_modules/x/data.json'));
  fs.readFileSync(join(root, 'node_modules/x/data.json'));
  expect([...observing.stop().paths].filter((path) => path.startsWith(root))).toEqual([]);
});

it('leaves everything as it was', () => {
  const { env } = process;
  const { readFileSync } = fs;
  observe().stop();
  expect([process.env === env, fs.readFileSync === readFileSync]).toEqual([true, true]);
});
