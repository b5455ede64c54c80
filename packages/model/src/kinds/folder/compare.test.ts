import { expect, test } from 'vitest';
import { compareResources } from '../../diff/compare.ts';
import { sameText } from '../../diff/difference.ts';
import type { Resource } from '../../resource.ts';

const folder = (title: string, parent?: string): Resource => ({
  apiVersion: 'folder.grafana.app/v1',
  kind: 'Folder',
  metadata: { name: 'shop', ...(parent !== undefined && { annotations: { 'grafana.app/folder': parent } }) },
  spec: { title },
});
const texts = (before: Resource, after: Resource): string[] =>
  compareResources(before, after, sameText).map(({ text }) => text);

test('another title', () => {
  expect(texts(folder('Shop'), folder('Web shop'))).toEqual(['title Shop → Web shop']);
});

test('another parent; none and an empty one are the root', () => {
  expect(texts(folder('Shop'), folder('Shop', 'teams'))).toEqual(['moved from the root to folder teams']);
  expect(texts(folder('Shop'), folder('Shop', ''))).toEqual([]);
});
