import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kindOf, kinds } from './kinds.ts';

function folderName(kind: string): string {
  return kind.replaceAll(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase();
}

test('the list of kinds is sorted and names exactly the folders under kinds/', () => {
  const names = kinds.map(({ kind }) => kind);
  expect(names).toEqual([...names].toSorted());
  expect(names.map(folderName)).toEqual(readdirSync(new URL('kinds', import.meta.url)).toSorted());
});

test('a kind is found by its name', () => {
  expect(kindOf('Folder')?.apiVersions).toContain('folder.grafana.app/v1');
  expect(kindOf('folder')).toBeUndefined();
});
