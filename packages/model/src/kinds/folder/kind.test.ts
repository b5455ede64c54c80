import { expect, test } from 'vitest';
import { folder } from './kind.ts';

function found(spec: unknown): string[] {
  const resource = { apiVersion: 'folder.grafana.app/v1', kind: 'Folder', metadata: { name: 'shop' }, spec };
  return folder.check(resource).map(({ message }) => message);
}

test('a folder needs a title, which the root has not', () => {
  expect(found({ title: 'Shop', description: 'All of it' })).toEqual([]);
  expect(found({ title: ' ' })).toEqual(['the title is empty']);
  expect(found({ title: 'general' })).toEqual(["Grafana keeps the title 'general' for its root folder"]);
  expect(found({ titel: 'Shop' })).toEqual(["'title' is missing", "'titel' is not known"]);
});
