import { expect, test } from 'vitest';
import { panel } from '../fixtures/resources.ts';
import { classicIds } from './ids.ts';
import type { Loss } from './loss.ts';

test('keeps distinct positive ids', () => {
  const losses: Loss[] = [];
  const ids = classicIds({ a: panel(7), b: panel(3) }, (loss) => losses.push(loss));
  expect([ids.element('a'), ids.element('b'), ids.element('c')]).toEqual([7, 3, undefined]);
  expect(losses).toEqual([]);
});

test('replaces zero and duplicates, and says so', () => {
  const losses: Loss[] = [];
  const ids = classicIds({ a: panel(0), b: panel(3), c: panel(3) }, (loss) => losses.push(loss));
  const all = ['a', 'b', 'c'].map((name) => ids.element(name));
  expect(new Set(all).size).toBe(3);
  expect(all[1]).toBe(3);
  expect(losses.map(({ path }) => path[2])).toEqual(['a', 'c']);
});

test('a replaced id and a row’s id do not depend on what else is there', () => {
  const alone = classicIds({ a: panel(0) }, () => {});
  const together = classicIds({ b: panel(9), a: panel(0) }, () => {});
  expect(together.element('a')).toBe(alone.element('a'));
  expect(together.row('Latency')).toBe(alone.row('Latency'));
});

test('two rows of the same title have different ids', () => {
  const ids = classicIds({}, () => {});
  expect(ids.row('x')).not.toBe(ids.row('x'));
});
