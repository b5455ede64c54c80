import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, writeFiles } from '../fixtures/folder.ts';
import { outputPlaces } from './places.ts';
import { NEW, OLD, recover } from './recover.ts';

function project(): { out: string; fresh: string; old: string; mend: () => void; names: () => string[] } {
  const root = folderWith({ 'out/.binnacle.json': '{}', 'out/a': 'old' });
  const places = outputPlaces(join(root, 'out'));
  const { out, prefix } = places;
  return {
    out,
    fresh: join(root, `${prefix}${NEW}`),
    old: join(root, `${prefix}${OLD}`),
    mend: () => recover(places),
    names: () => readdirSync(root).toSorted(),
  };
}

it('clears away a new tree that was not finished', () => {
  const { out, fresh, mend, names } = project();
  writeFiles(fresh, { a: 'half' });
  mend();
  expect([readFileSync(join(out, 'a'), 'utf8'), names()]).toEqual(['old', ['out']]);
});

it('puts the old tree back when the new one never came', () => {
  const { out, fresh, old, mend, names } = project();
  renameSync(out, old);
  writeFiles(fresh, { '.binnacle.json': '{}', a: 'new' });
  mend();
  expect([readFileSync(join(out, 'a'), 'utf8'), names()]).toEqual(['old', ['out']]);
});

it('clears away the old tree when the new one is in its place', () => {
  const { out, old, mend, names } = project();
  renameSync(out, old);
  writeFiles(out, { '.binnacle.json': '{}', a: 'new' });
  mend();
  expect([readFileSync(join(out, 'a'), 'utf8'), names()]).toEqual(['new', ['out']]);
});

it('puts the old tree back in place of an empty folder', () => {
  const { out, old, mend } = project();
  renameSync(out, old);
  mkdirSync(out);
  mend();
  expect(readFileSync(join(out, 'a'), 'utf8')).toBe('old');
});

it('does not choose between the old tree and what somebody else wrote meanwhile', () => {
  const { out, old, mend } = project();
  renameSync(out, old);
  writeFiles(out, { other: '' });
  expect(mend).toThrow('a build was killed while it replaced');
  expect([existsSync(join(out, 'other')), existsSync(join(old, 'a'))]).toEqual([true, true]);
});
