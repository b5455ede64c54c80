import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environments, type Resource } from '@binnacle/model';
import { afterAll, expect, test } from 'vitest';
import { bundleText, digestOf, readBundle } from './bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'binnacle-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const resource: Resource = {
  apiVersion: 'folder.grafana.app/v1',
  kind: 'Folder',
  metadata: { name: 'shop' },
  spec: { title: 'Shop' },
  source: { origin: { file: '/somewhere/shop/folders.ts', line: 3, column: 1 }, parts: {} },
};
const all = environments({ project: 'shop', environments: { production: {} } });
const bundle = { project: 'shop', environments: all.map((environment) => ({ environment, resources: [resource] })) };
const text = bundleText(bundle, (file) => file.replace('/somewhere/shop/', ''));

function written(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('a bundle is read back, with places relative to the project', () => {
  const read = readBundle(written('a.json', text), digestOf(text));
  expect(read.project).toBe('shop');
  expect(read.environments[0]?.environment).toEqual(all[0]);
  expect(read.environments[0]?.resources).toEqual([
    { ...resource, source: { origin: { file: 'folders.ts', line: 3, column: 1 } } },
  ]);
  expect(text).not.toContain('/somewhere');
});

test.each([
  ['another content', `${text} `, digestOf(text), 'is not the bundle that was reviewed: its digest is sha256:'],
  ['no JSON', '{', undefined, 'is no bundle of the format binnacle-bundle/1'],
  ['another format', '{"format":"binnacle-bundle/0"}', undefined, 'is no bundle of the format binnacle-bundle/1'],
  ['no environments', '{"format":"binnacle-bundle/1","project":"shop"}', undefined, 'is damaged'],
])('%s is refused', (name, content, digest, message) => {
  expect(() => readBundle(written(`${name}.json`, content), digest)).toThrow(message);
});

test('a file that is not there is named', () => {
  expect(() => readBundle(join(folder, 'none.json'))).toThrow(/none\.json: ENOENT/);
});
