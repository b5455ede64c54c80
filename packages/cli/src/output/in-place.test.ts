import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, writeFiles } from '../fixtures/folder.ts';
import { applyInPlace, finishInPlace } from './in-place.ts';
import { openStage } from './stage.ts';

it('writes staged files one by one and removes what is gone', async () => {
  const root = folderWith({ 'out/dev/a': 'old', 'out/dev/gone/b': '', 'out/mine': 'mine' });
  const stage = openStage(join(root, 'stage'));
  void stage.put('dev/a', Buffer.from('new'));
  void stage.put('dev/c/d', Buffer.from('d'));
  await stage.settled();
  applyInPlace(stage, join(root, 'out'), new Set(['dev/gone/b']));
  expect(readdirSync(root)).toEqual(['out']);
  expect(readdirSync(join(root, 'out'), { recursive: true }).map(String).toSorted()).toEqual([
    'dev',
    'dev/a',
    'dev/c',
    'dev/c/d',
    'mine',
  ]);
  expect(readFileSync(join(root, 'out/dev/a'), 'utf8')).toBe('new');
});

it('finishes what a killed run had written down', () => {
  const out = folderWith({
    'dev/a': 'new already',
    'dev/gone': '',
    '.binnacle-staging/dev/b': 'b',
    '.binnacle-journal.json': JSON.stringify({ put: ['dev/a', 'dev/b'], remove: ['dev/gone', 'dev/gone-already'] }),
  });
  finishInPlace(out);
  expect(readdirSync(out, { recursive: true }).map(String).toSorted()).toEqual(['dev', 'dev/a', 'dev/b']);
});

it('clears away what a killed run had only prepared', () => {
  const out = folderWith({ 'dev/a': 'old' });
  writeFiles(out, { '.binnacle-staging/dev/a': 'half' });
  writeFileSync(join(out, '.binnacle-journal.json.tmp'), '{');
  finishInPlace(out);
  expect([readFileSync(join(out, 'dev/a'), 'utf8'), existsSync(join(out, '.binnacle-staging'))]).toEqual([
    'old',
    false,
  ]);
  expect(readdirSync(out)).toEqual(['dev']);
});
