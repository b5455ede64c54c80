import { expect, test } from 'vitest';
import { dashboard, folder } from '../fixtures/resources.ts';
import { folderPath } from './folders.ts';

function pathOf(uid: string | undefined, ...folders: readonly ReturnType<typeof folder>[]): string[] {
  const resource = dashboard('x');
  const annotations = uid === undefined ? {} : { 'grafana.app/folder': uid };
  return folderPath(
    { ...resource, metadata: { name: 'x', annotations } },
    new Map(folders.map((f) => [f.metadata.name, f])),
  );
}

test.each([
  ['no folder', undefined, [], []],
  ['a folder’s title', 'shop', [folder('shop', 'Online shop')], ['Online shop']],
  ['nested folders', 'in', [folder('shop', 'Shop'), folder('in', 'Inner', 'shop')], ['Shop', 'Inner']],
  ['a folder that is not declared', 'elsewhere', [], ['elsewhere']],
  ['a title with a slash', 'shop', [folder('shop', 'Shop / Orders')], ['Shop - Orders']],
  ['a title that leaves the folder', 'shop', [folder('shop', '..')], ['folder-']],
  ['a circle', 'a', [folder('a', 'A', 'b'), folder('b', 'B', 'a')], ['B', 'A']],
])('%s', (_, uid, folders, expected) => {
  expect(pathOf(uid, ...folders)).toEqual(expected);
});
