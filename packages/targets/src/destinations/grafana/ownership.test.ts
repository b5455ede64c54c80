import { expect, test } from 'vitest';
import { folder } from '../../fixtures/resources.ts';
import { managerOf, ownershipAnnotations, ownershipStamp, sourcePath } from './ownership.ts';

const stamp = { project: 'shop', environment: 'production', checksum: 'a'.repeat(64) };

test('a stamp is written as Grafana’s annotations and read from them', () => {
  for (const one of [stamp, { ...stamp, stored: 'b'.repeat(64) }]) {
    expect(ownershipStamp(ownershipAnnotations(one, { allowEdits: false }))).toEqual(one);
  }
});

test.each([
  [
    'another tool',
    { 'grafana.app/managedBy': 'kubectl', 'grafana.app/managerId': 'gcx' },
    { name: 'kubectl/gcx', isReplaceable: true },
  ],
  [
    'Terraform',
    { 'grafana.app/managedBy': 'terraform', 'grafana.app/managerId': 'a/b' },
    { name: 'terraform/a/b', isReplaceable: false },
  ],
  [
    'a file',
    { 'grafana.app/managedBy': 'classic-file-provisioning', 'grafana.app/managerId': 'x' },
    { name: 'a file on the server', isReplaceable: false },
  ],
  ['nobody', { 'grafana.app/managedBy': 'kubectl' }, undefined],
])('%s', (_name, annotations, manager) => {
  expect(managerOf(annotations)).toEqual(manager);
  expect(ownershipStamp(annotations)).toBeUndefined();
});

test('a source is named from the project’s folder, or not at all', () => {
  expect(sourcePath(folder('a', 'A'), '/somewhere')).toBe('definition.ts');
  expect(sourcePath(folder('a', 'A'), '/elsewhere')).toBeUndefined();
});
