import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createUndo } from './undo.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'binnacle-undo-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');

test('what was written, changed twice and removed is as it was before', () => {
  const undo = createUndo();
  writeFileSync(at('changed'), 'first');
  writeFileSync(at('removed'), 'first');
  undo.change(at('new'), 'x');
  undo.change(at('changed'), 'second');
  undo.change(at('changed'), 'third');
  undo.change(at('removed'), undefined);
  undo.restore();
  expect([existsSync(at('new')), read('changed'), read('removed'), undo.changed()]).toEqual([
    false,
    'first',
    'first',
    [],
  ]);
});

test('what somebody else has written since stays', () => {
  const undo = createUndo();
  undo.change(at('a'), 'ours');
  writeFileSync(at('a'), 'theirs');
  undo.restore();
  expect(read('a')).toBe('theirs');
});

test('what is kept is not taken back', () => {
  const undo = createUndo();
  undo.change(at('a'), 'ours');
  undo.keep();
  undo.restore();
  expect(read('a')).toBe('ours');
});
