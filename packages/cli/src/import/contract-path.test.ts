import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { contractPath } from './contract-path.ts';

async function pathWith(config: object): Promise<string> {
  const root = folderWith({ 'binnacle.config.json': JSON.stringify(config), 'deep/a': '' });
  return (await contractPath('shop', join(root, 'deep'))).slice(root.length + 1);
}

it.each<[object, string]>([
  [{}, 'services/shop/metrics.ts'],
  [{ include: ['services/**/*.ts', 'dashboards/**/*.ts'] }, 'services/shop/metrics.ts'],
  [{ include: ['x/dashboards/**', './observability/services/**/*.ts'] }, 'observability/services/shop/metrics.ts'],
  [{ include: ['observability/**/*.ts'] }, 'observability/services/shop/metrics.ts'],
  [{ include: ['**/*.ts'] }, 'services/shop/metrics.ts'],
])('follows the config %j', async (config, path) => {
  expect(await pathWith(config)).toBe(path);
});

it('is in services/ without a project', async () => {
  const root = folderWith({});
  expect(await contractPath('shop', root)).toBe(join(root, 'services/shop/metrics.ts'));
});
