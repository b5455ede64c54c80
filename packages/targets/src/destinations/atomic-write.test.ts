import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAtomically } from './atomic-write.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'binnacle-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a file appears with its folder, and nothing is left beside it', () => {
  writeAtomically(join(folder, 'a', 'b.yaml'), 'x');
  expect(readFileSync(join(folder, 'a', 'b.yaml'), 'utf8')).toBe('x');
  expect(readdirSync(join(folder, 'a'))).toEqual(['b.yaml']);
});

test('the rights of what was there are kept', () => {
  const path = join(folder, 'a.yaml');
  writeAtomically(path, 'x');
  chmodSync(path, 0o640);
  writeAtomically(path, 'y');
  expect(statSync(path).mode & 0o777).toBe(0o640);
});

test('a link stays one', () => {
  writeAtomically(join(folder, 'real', 'a.yaml'), 'x');
  symlinkSync(join(folder, 'real', 'a.yaml'), join(folder, 'a.yaml'));
  writeAtomically(join(folder, 'a.yaml'), 'y');
  expect(lstatSync(join(folder, 'a.yaml')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real', 'a.yaml'), 'utf8')).toBe('y');
});
