import { expect, test } from 'vitest';
import { canonical, withoutSource } from './canonical.ts';
import type { Resource } from './resource.ts';

const origin = { file: '/p/rules/a.ts', line: 3, column: 1 };
const one: Resource = {
  apiVersion: 'v1',
  kind: 'Folder',
  metadata: { name: 'a', labels: { x: '1', y: '2' } },
  spec: { title: 'A', description: 'd' },
  source: { origin },
};
const reordered: Resource = {
  kind: 'Folder',
  spec: { description: 'd', title: 'A' },
  metadata: { labels: { y: '2', x: '1' }, name: 'a' },
  apiVersion: 'v1',
};

test('withoutSource leaves everything but source', () => {
  expect(withoutSource(one)).toEqual(reordered);
  expect('source' in withoutSource(one)).toBe(false);
});

test('canonical form depends neither on key order nor on where the resource was written', () => {
  expect(canonical(one)).toBe(canonical(reordered));
  expect(canonical(one)).not.toBe(canonical({ ...one, metadata: { name: 'b' } }));
});
