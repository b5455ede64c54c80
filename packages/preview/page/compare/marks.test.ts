import { expect, it } from 'vitest';
import type { PanelChange } from '../../src/wire/compare.ts';
import { changeKey, changesOn, elementOf } from './marks.ts';

const about = { said: [], queries: [] } as const;
const RENAMED: PanelChange = { ...about, change: 'changed', title: 'New', before: 'old', after: 'new' };
const ADDED: PanelChange = { ...about, change: 'added', title: 'Fresh', after: 'fresh' };
const REMOVED: PanelChange = { ...about, change: 'removed', title: 'Gone', before: 'gone' };

it('each side marks the panels it has', () => {
  const changes = [RENAMED, ADDED, REMOVED];
  expect([...changesOn('before', changes).keys()]).toEqual(['old', 'gone']);
  expect([...changesOn('after', changes).keys()]).toEqual(['new', 'fresh']);
});

it('a change has one name, and a side on which it is to be seen', () => {
  expect([RENAMED, ADDED, REMOVED].map(changeKey)).toEqual(['after.new', 'after.fresh', 'before.gone']);
  expect([RENAMED, REMOVED].map(elementOf)).toEqual([
    ['after', 'new'],
    ['before', 'gone'],
  ]);
});
