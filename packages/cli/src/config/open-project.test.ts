import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, writeFiles } from '../fixtures/folder.ts';
import { type Opened, openProject, type ProjectFlags } from './open-project.ts';

const CONFIG =
  "const names = ['dev', 'prod'] as const;\nexport default { project: 'p', environments: Object.fromEntries(names.map((n) => [n, {}])) };\n";

async function open(text: string, flags: Partial<ProjectFlags> = {}, name = 'binnacle.config.ts'): Promise<Opened> {
  return openProject({ cache: false, ...flags }, folderWith({ [name]: text }));
}

async function names(opened: Promise<Opened>): Promise<string[]> {
  return (await opened).environments.map(({ name }) => name);
}

it('reads a config in TypeScript, JavaScript or JSON', async () => {
  const json = '{ "project": "p", "environments": { "dev": {} } }';
  expect(await names(open(CONFIG))).toEqual(['dev', 'prod']);
  expect(await names(open(`export default ${json};`, {}, 'binnacle.config.mjs'))).toEqual(['dev']);
  expect(await names(open(json, {}, 'binnacle.config.json'))).toEqual(['dev']);
});

it('selects environments and applies overrides', async () => {
  const { environments } = await open(CONFIG, {
    env: ['prod'],
    prometheusVersion: '2.42',
    set: ['prod.labels.region=eu'],
  });
  expect(environments).toMatchObject([{ name: 'prod', prometheus: { version: '2.42' }, labels: { region: 'eu' } }]);
});

it.each([
  ['export default {', {}, 'binnacle.config.ts:1:17: Expected identifier but found end of file'],
  ['export default 3;', {}, 'binnacle.config.ts:1:1: the default export is a number, not a config'],
  ['export const config = {};', {}, 'binnacle.config.ts has no default export'],
  ['throw new Error("not today");', {}, 'binnacle.config.ts:1:7: not today'],
  ["export default { project: 'p' };", {}, 'binnacle.config.ts: config.environments is missing'],
  [CONFIG, { env: ['pord'] }, '--env pord: there is no such environment'],
  [CONFIG, { grafanaVersion: 'banana' }, /^--grafana-version is "banana"; write a version like '12\.4'$/],
  [CONFIG, { grafanaVersion: '9' }, /^--grafana-version is "9", which is not supported; write 10 or newer$/],
  [CONFIG, { prometheusVersion: 'v3' }, /^--prometheus-version is "v3"; write a version like '3\.5'$/],
  [CONFIG, { set: ['dev.prometeus.version=3'] }, 'config.environments.dev.prometeus is not known'],
])('explains what is wrong: %j with %j', async (text, flags, message) => {
  await expect(open(text, flags)).rejects.toThrow(message);
});

it('reads a config again when it, or what it imports, changes', async () => {
  const root = folderWith({
    'binnacle.config.ts':
      "import { name } from './name.ts';\nexport default { project: name, environments: { dev: {} } };\n",
    'name.ts': "export const name = 'one';",
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const project = async (): Promise<string> => (await openProject({ cache: true }, root)).project.config.project;
  expect(await project()).toBe('one');
  utimesSync(join(root, 'name.ts'), 1e9, 1e9);
  expect(await project()).toBe('one');
  writeFiles(root, { 'name.ts': "export const name = 'two';" });
  expect(await project()).toBe('two');
});
