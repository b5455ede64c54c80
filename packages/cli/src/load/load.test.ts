import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { createPackMemory } from '../cache/pack-memory.ts';
import { createProject, type Project } from '../config/project.ts';
import { thing } from '../fixtures/definitions.ts';
import { folderWith, writeFiles } from '../fixtures/folder.ts';
import { load, type Loaded, preload } from './load.ts';

async function loadIn(root: string, config: Partial<Config> = {}): Promise<Loaded> {
  return load(createProject(join(root, 'binnacle.config.ts'), { project: 'test', environments: {}, ...config }));
}

async function namesIn(loaded: Loaded): Promise<string[]> {
  return (await loaded.resources()).map(({ metadata }) => metadata.name);
}

function messages({ diagnostics }: Loaded, root: string): string[] {
  return diagnostics.map(
    ({ severity, message, origin }) =>
      `${origin?.file.replace(`${root}/`, '')}:${origin?.line}:${origin?.column} ${severity} ${message}`,
  );
}

describe('what a definition file may export', () => {
  it.each([
    ['a resource', thing('a')],
    ['a list', thing('a').replace(/default (.*);/, 'default [$1];')],
    ['a promise', thing('a').replace(/default (.*);/, 'default Promise.resolve($1);')],
    ['a function', thing('a').replace(/default (.*);/, 'default () => [$1];')],
    ['an async function', thing('a').replace(/default (.*);/, 'default async () => ($1);')],
    ['something made with top-level await', thing('a', 'await new Promise((r) => setTimeout(r, 1));\n')],
  ])('%s', async (_what, text) => {
    const root = folderWith({ 'services/a.ts': text });
    const loaded = await loadIn(root);
    expect(await namesIn(loaded)).toEqual(['a']);
    expect(loaded.diagnostics).toEqual([]);
  });

  it.each([
    ['export default 3;', 'the default export is a number, which is no resource'],
    ['export default { kind: "X" };', 'the default export is an object without `apiVersion`, which is no resource'],
    ['export default class {}', 'the default export is a class, which is no resource'],
    ['export default [{}];', 'the default export[0] is an empty object, which is no resource'],
    ['export default () => undefined;', 'what the default export returns is undefined, which is no resource'],
  ])('nothing else: %s', async (text, message) => {
    const root = folderWith({ 'services/a.ts': text });
    const loaded = await loadIn(root);
    expect(messages(loaded, root)).toEqual([`services/a.ts:1:1 error ${message}`]);
  });

  it('a file without default export is a helper when another definition imports it', async () => {
    const root = folderWith({
      'services/a.ts': thing('a', "import './shared.ts';\n"),
      'services/shared.ts': 'export const shared = 1;',
    });
    expect((await loadIn(root)).diagnostics).toEqual([]);
  });

  it.each([
    ['export const alone = 1;', '`export default` its resources, or add it to `exclude`'],
    ['export const metrics = {};', "import its metrics in the file of their service: service('name', { …, metrics })"],
  ])('what to do with a file that nobody imports: %s', async (text, fix) => {
    const root = folderWith({ 'services/a.ts': thing('a'), 'services/alone.ts': text });
    expect((await loadIn(root)).diagnostics.map((one) => one.fix)).toEqual([fix]);
  });

  it('a file without default export that nobody imports is a warning', async () => {
    const root = folderWith({ 'services/a.ts': thing('a'), 'services/alone.ts': 'export const alone = 1;' });
    expect(messages(await loadIn(root), root)).toEqual([
      'services/alone.ts:1:1 warning this file has no default export and no definition imports it',
    ]);
  });
});

/** Loads a broken file beside a good one, which must be there, and gives the findings. */
async function broken(text: string): Promise<string[]> {
  const root = folderWith({ 'services/bad.ts': text, 'services/good.ts': thing('good') });
  const loaded = await loadIn(root);
  expect(await namesIn(loaded)).toEqual(['good']);
  return messages(loaded, root);
}

describe('a broken file', () => {
  it('with a syntax error', async () => {
    expect(await broken('export default {;')).toEqual(['services/bad.ts:1:17 error Expected identifier but found ";"']);
  });

  it('that throws', async () => {
    expect(await broken('const a = 1;\nfunction f() {\n  throw new TypeError("no " + a);\n}\nf();\n')).toEqual([
      'services/bad.ts:3:9 error TypeError: no 1',
    ]);
  });

  it('that throws something that is no error', async () => {
    expect(await broken('throw "text";')).toEqual([
      'services/bad.ts:1:1 error threw "text" (throw an Error to say more)',
    ]);
  });

  it('that imports a file that is not there', async () => {
    expect(await broken(thing('a', "import { x } from '../lib/missing.ts';\nx();\n"))).toEqual([
      "services/bad.ts:1:19 error cannot find '../lib/missing.ts'",
    ]);
  });

  it('that imports a package that is not installed', async () => {
    expect(await broken(thing('a', "import 'not-installed-anywhere';\n"))).toEqual([
      "services/bad.ts:1:8 error cannot find 'not-installed-anywhere'",
    ]);
  });

  it('that imports a name its module lacks', async () => {
    expect(await broken(thing('a', "import { readFil } from 'node:fs';\nreadFil();\n"))).toEqual([
      "services/bad.ts:1:10 error 'node:fs' has no export 'readFil'",
    ]);
  });

  it('that ends the process', async () => {
    expect(await broken('process.exit(3);')).toEqual([
      'services/bad.ts:1:9 error calls process.exit(); a definition only exports resources',
    ]);
  });

  it('that rejects where nobody waits', async () => {
    expect(await broken(thing('a', 'void Promise.reject(new Error("lost"));\n'))).toEqual([
      'services/bad.ts:1:21 error lost',
    ]);
  });

  it('that is larger than any definition', async () => {
    expect(await broken(`// ${'x'.repeat(11 * 1024 * 1024)}`)).toEqual([
      'services/bad.ts:1:1 error this file is 11.0 MB large; a definition file may have 10 MB',
    ]);
  });

  it('with a resource that is no JSON', async () => {
    const text = 'export default { apiVersion: "v", kind: "K", metadata: { name: "n" }, spec: { n: 1n } };';
    expect(await broken(text)).toEqual(['services/bad.ts:1:1 error TypeError: Do not know how to serialize a BigInt']);
  });

  it.each(['commonjs', 'module'])('that several definitions of a %s package need is reported once', async (type) => {
    const root = folderWith({
      'package.json': JSON.stringify({ type }),
      'lib/bad.ts': 'export const x = ;',
      'services/a.ts': thing('a', "import { x } from '../lib/bad.ts';\nconsole.log(x);\n"),
      'services/b.ts': thing('b', "import { x } from '../lib/bad.ts';\nconsole.log(x);\n"),
      'services/good.ts': thing('good'),
    });
    const loaded = await loadIn(root);
    expect(await namesIn(loaded)).toEqual(['good']);
    expect(messages(loaded, root)).toEqual(['lib/bad.ts:1:18 error Unexpected ";"']);
  });
});

describe('what definitions may use', () => {
  it('path aliases, JSON, CommonJS, their own place', async () => {
    const root = folderWith({
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }',
      'lib/names.json': '{ "first": "json" }',
      'lib/common.cjs': "module.exports = { name: 'common-' + require('node:path').basename(__filename) };",
      'services/alias.ts': "import names from '@lib/names.json';\nexport { default } from './made.ts';\nvoid names;\n",
      'services/made.ts': thing('made'),
      'services/place.ts': [
        "import { basename } from 'node:path';",
        "import { fileURLToPath } from 'node:url';",
        "import common from '../lib/common.cjs';",
        "import names from '@lib/names.json';",
        'const here = basename(fileURLToPath(import.meta.url));',
        "export default { apiVersion: 'v', kind: 'K', metadata: { name: [here, basename(__dirname), names.first, common.name].join() }, spec: {} };",
      ].join('\n'),
    });
    const loaded = await loadIn(root, { exclude: ['services/alias.ts'] });
    expect(messages(loaded, root)).toEqual([]);
    expect(await namesIn(loaded)).toEqual(['made', 'place.ts,services,json,common-common.cjs']);
  });

  it('resources written out as YAML and JSON, beside data that definitions import', async () => {
    const root = folderWith({
      'services/a.ts': "import data from './data.json';\n" + thing('a').replace("'a'", 'data.name'),
      'services/data.json': '{ "name": "from-data" }',
      'services/hand.yaml': 'apiVersion: v1\nkind: Thing\nmetadata:\n  name: hand\nspec: {}\n',
      'services/hand.json': '{\n\t"apiVersion": "v1", "kind": "Thing",\n\t"metadata": { "name": "json" }, "spec": {} }',
    });
    const loaded = await loadIn(root);
    expect(messages(loaded, root)).toEqual([]);
    expect(await namesIn(loaded)).toEqual(['from-data', 'json', 'hand']);
  });
});

describe('where a resource was written', () => {
  const made = [
    "import { captureOrigin } from '@binnacle/model';",
    'export const made = (name: string) =>',
    "  ({ apiVersion: 'v', kind: 'K', metadata: { name }, spec: {}, source: { origin: captureOrigin()!, parts: { '/spec/x': captureOrigin()! } } });",
  ].join('\n');

  it('is the line of the definition, through helpers, for the resource and its parts', async () => {
    const root = folderWith({
      'lib/made.ts': made,
      'services/a.ts':
        "import { made } from '../lib/made.ts';\n\nexport default [\n  made('one'),\n  made('two'),\n];\n",
    });
    const resources = await (await loadIn(root)).resources();
    const file = join(root, 'services/a.ts');
    expect(resources.map(({ source }) => source)).toEqual([
      { origin: { file, line: 4, column: 3 }, parts: { '/spec/x': { file, line: 4, column: 3 } } },
      { origin: { file, line: 5, column: 3 }, parts: { '/spec/x': { file, line: 5, column: 3 } } },
    ]);
  });

  it('is the first line of the file for a plain object, the node of a YAML resource', async () => {
    const root = folderWith({
      'services/a.ts': thing('a'),
      'services/b.yaml': '# comment\napiVersion: v1\nkind: K\nmetadata: { name: b }\nspec:\n  groups:\n    - name: g\n',
    });
    const resources = await (await loadIn(root)).resources();
    expect(resources.map(({ source }) => source?.origin.line)).toEqual([1, 2]);
    expect(resources[1]?.source?.parts?.['/spec/groups/0']?.line).toBe(7);
  });
});

/** A file written just now may be written once more without a new time on it; its record then says so. */
async function untilStampsAreTrusted(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('how definitions import a resource with named parts', () => {
  const source = `{ origin: { file: import.meta.filename, line: 1, column: 1 }, names: { '/spec/a': 'a' } }`;
  const named = (name: string): string =>
    `{ apiVersion: 'test/v1', kind: 'Thing', metadata: { name: '${name}' }, spec: {}, source: ${source} }`;

  it('by the name of its export, in a list too, else as the default', async () => {
    const root = folderWith({
      'services/a.ts': `export const shop = ${named('a')};\nexport default shop;\n`,
      'services/b.ts': `export const [b, c] = [${named('b')}, ${named('c')}];\nexport default [b, c];\n`,
      'services/d.ts': `export default ${named('d')};\n`,
      'services/e.ts': `export default [${named('e')}];\n`,
    });
    const [first, again] = [await (await loadIn(root)).resources(), await (await loadIn(root)).resources()];
    expect(first.map(({ source: of }) => of?.exported)).toEqual([
      { file: join(root, 'services/a.ts'), name: 'shop' },
      { file: join(root, 'services/b.ts'), name: 'b' },
      { file: join(root, 'services/b.ts'), name: 'c' },
      { file: join(root, 'services/d.ts'), name: 'default' },
      undefined,
    ]);
    expect(first[0]?.source?.names).toEqual({ '/spec/a': 'a' });
    expect(again.map(({ source: of }) => of)).toEqual(first.map(({ source: of }) => of));
  });

  it('is not known of others', async () => {
    const root = folderWith({ 'services/a.ts': thing('a') });
    expect((await (await loadIn(root)).resources())[0]?.source).not.toHaveProperty('exported');
  });
});

describe('what the next load evaluates', () => {
  const files = {
    'package.json': '{}',
    'lib/shared.ts': "export const shared = 'x';",
    'lib/data.json': '{ "n": 1 }',
    'services/a.ts': thing('a', "import '../lib/shared.ts';\n"),
    'services/b.ts': thing('b', "import data from '../lib/data.json';\nvoid data;\n"),
    'services/c.ts': thing('c'),
  };

  async function again(
    change: (root: string) => void,
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ evaluated: number; same: boolean; names: string[] }> {
    const root = folderWith({ ...files, ...more });
    await untilStampsAreTrusted();
    const first = await loadIn(root);
    change(root);
    const second = await loadIn(root);
    return { evaluated: second.evaluated, same: second.id === first.id, names: await namesIn(second) };
  }

  it('nothing when nothing changed', async () => {
    expect(await again(() => undefined)).toEqual({ evaluated: 0, same: true, names: ['a', 'b', 'c'] });
  });

  it('nothing of data written out by hand, which stays', async () => {
    const hand = { 'services/y.yaml': 'apiVersion: v1\nkind: Thing\nmetadata: { name: y }\nspec: {}\n' };
    expect(await again(() => undefined, hand)).toEqual({ evaluated: 0, same: true, names: ['a', 'b', 'c', 'y'] });
  });

  it('nothing when a file was only touched', async () => {
    const { evaluated, same } = await again((root) => utimesSync(join(root, 'services/a.ts'), 2e9, 2e9));
    expect({ evaluated, same }).toEqual({ evaluated: 0, same: true });
  });

  it('the changed definition', async () => {
    const result = await again((root) => writeFiles(root, { 'services/c.ts': thing('changed') }));
    expect(result).toEqual({ evaluated: 1, same: false, names: ['a', 'b', 'changed'] });
  });

  it.each([
    ['a helper', { 'lib/shared.ts': "export const shared = 'y';" }, 1],
    ['imported JSON', { 'lib/data.json': '{ "n": 2 }' }, 1],
    ['the tsconfig', { 'tsconfig.json': '{}' }, 3],
    ['the package.json', { 'package.json': '{ "type": "module" }' }, 3],
    ['the lock file', { 'package-lock.json': '{}' }, 3],
    ['a file that shadows a helper', { 'lib/shared/index.ts': '' }, 3],
    ['a file nobody imports', { 'lib/other.ts': '' }, 0],
  ])('what %s concerns', async (_what, change, evaluated) => {
    expect((await again((root) => writeFiles(root, change))).evaluated).toBe(evaluated);
  });

  it('a new definition, and forgets a deleted one', async () => {
    const result = await again((root) => {
      rmSync(join(root, 'services/a.ts'));
      writeFiles(root, { 'services/d.ts': thing('d') });
    });
    expect(result).toEqual({ evaluated: 1, same: false, names: ['b', 'c', 'd'] });
  });

  it('everything when an environment variable that was read changes', async () => {
    const reads = { 'services/env.ts': thing('env', 'void process.env.BINNACLE_TEST_VARIABLE;\n') };
    const result = await again(() => {
      process.env['BINNACLE_TEST_VARIABLE'] = 'set';
    }, reads);
    delete process.env['BINNACLE_TEST_VARIABLE'];
    expect(result.evaluated).toBe(4);
  });

  it('everything when a file that was read changes', async () => {
    const text = "import { readFileSync } from 'node:fs';\nreadFileSync(new URL('../read.txt', import.meta.url));\n";
    const reads = { 'services/read.ts': thing('read', text), 'read.txt': 'one' };
    expect((await again((root) => writeFiles(root, { 'read.txt': 'two' }), reads)).evaluated).toBe(4);
  });

  it('a broken definition every time', async () => {
    const result = await again(() => undefined, { 'services/bad.ts': 'export default (' });
    expect(result).toEqual({ evaluated: 1, same: false, names: ['a', 'b', 'c'] });
  });

  it('everything when the cache is damaged', async () => {
    const result = await again((root) => {
      writeFiles(root, { '.binnacle/cache/definitions.json': '{ "format": 1' });
    });
    expect(result).toEqual({ evaluated: 3, same: true, names: ['a', 'b', 'c'] });
  });

  it('everything when what the cache refers to is gone', async () => {
    const root = folderWith(files);
    await loadIn(root);
    writeFiles(root, { 'services/c.ts': thing('changed') });
    const { readdirSync } = await import('node:fs');
    const cache = join(root, '.binnacle/cache');
    for (const name of readdirSync(cache)) if (name.startsWith('pack-')) rmSync(join(cache, name));
    expect(await namesIn(await loadIn(root))).toEqual(['a', 'b', 'changed']);
  });
});

async function identities(root: string): Promise<{ context: string | undefined; digests: (string | undefined)[] }> {
  const loaded = await loadIn(root);
  return { context: loaded.context, digests: (await loaded.resources()).map(loaded.digestOf) };
}

describe('what tells loaded resources apart', () => {
  const files = {
    'package.json': '{}',
    'lib/name.ts': "export const title = 'x';",
    'services/a.ts': `import { title } from '../lib/name.ts';\n${thing('a').replace('spec: {}', 'spec: { title }')}`,
    'services/b.ts': thing('b'),
  };

  async function compared(change: Readonly<Record<string, string>>): Promise<{ context: boolean; digests: boolean[] }> {
    const root = folderWith(files);
    await untilStampsAreTrusted();
    const before = await identities(root);
    writeFiles(root, change);
    await untilStampsAreTrusted();
    const after = await identities(root);
    expect([before.context, ...before.digests].every((known) => known !== undefined)).toBe(true);
    return {
      context: after.context === before.context,
      digests: after.digests.map((digest, index) => digest === before.digests[index]),
    };
  }

  it.each([
    ['nothing', {}, { context: true, digests: [true, true] }],
    ['a helper', { 'lib/name.ts': "export const title = 'y';" }, { context: true, digests: [false, true] }],
    ['the line it is on', { 'services/b.ts': `\n${thing('b')}` }, { context: true, digests: [true, true] }],
    ['the lock file', { 'package-lock.json': '{}' }, { context: false, digests: [true, true] }],
    ['the package.json', { 'package.json': '{ "type": "module" }' }, { context: false, digests: [true, true] }],
  ])('when %s is another', async (_what, change, same) => {
    expect(await compared(change)).toEqual(same);
  });

  it('nothing when there is no cache', async () => {
    const project = createProject(join(folderWith(files), 'binnacle.config.ts'), { project: 'test', environments: {} });
    const loaded = await load(project, { cache: false });
    expect([loaded.context, ...(await loaded.resources()).map(loaded.digestOf)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('which files are definitions', () => {
  it('says which glob of the config matches nothing', async () => {
    const config = "include: ['services/*.ts',\n 'alerts/**/*.ts']";
    const root = folderWith({ 'services/a.ts': thing('a'), 'binnacle.config.ts': config });
    const loaded = await loadIn(root, { include: ['services/*.ts', 'alerts/**/*.ts'] });
    expect(messages(loaded, root)).toEqual([
      "binnacle.config.ts:2:1 error `include` has the glob 'alerts/**/*.ts', which matches no file",
    ]);
  });

  it('says that a project is empty', async () => {
    const loaded = await loadIn(folderWith({}));
    expect(loaded.diagnostics[0]?.message).toContain('no definition files: nothing matches');
  });
});

function projectIn(root: string): Project {
  return createProject(join(root, 'binnacle.config.ts'), { project: 'test', environments: {} });
}

describe('reading ahead', () => {
  it('gives what is in the cache, and what has changed since as it is now', async () => {
    const root = folderWith({ 'services/a.ts': thing('a'), 'services/b.ts': thing('b') });
    await untilStampsAreTrusted();
    await (await loadIn(root)).resources();
    const memory = createPackMemory();
    await preload(projectIn(root), memory, () => false);
    const ahead = memory.resources();
    expect(ahead.map(({ metadata }) => metadata.name)).toEqual(['a', 'b']);
    // What did not change is not read again.
    const unchanged = await (await load(projectIn(root), { memory })).resources();
    expect(unchanged.every((resource, i) => resource === ahead[i])).toBe(true);
    writeFiles(root, { 'services/b.ts': thing('changed') });
    const loaded = await load(projectIn(root), { memory });
    const resources = await loaded.resources();
    expect(resources.map(({ metadata }) => metadata.name)).toEqual(['a', 'changed']);
    const cold = await loadIn(root);
    const again = await cold.resources();
    expect(resources.map(loaded.digestOf)).toEqual(again.map(cold.digestOf));
  });

  it('stops when it is told to', async () => {
    const root = folderWith({ 'services/a.ts': thing('a') });
    await (await loadIn(root)).resources();
    const memory = createPackMemory();
    await preload(projectIn(root), memory, () => true);
    expect(memory.resources()).toEqual([]);
  });

  it('does nothing where there is no cache', async () => {
    const root = folderWith({ 'services/a.ts': thing('a') });
    const memory = createPackMemory();
    await preload(projectIn(root), memory, () => false);
    expect(memory.resources()).toEqual([]);
  });
});
