import { join } from 'node:path';
import type { Source } from '@binnacle/model';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { readDataFile } from './read-data-file.ts';

async function read(
  name: string,
  text: string,
): Promise<{ texts: string[]; lines: (number | undefined)[]; problems: string[] }> {
  const { definition, diagnostics } = await readDataFile(join(folderWith({ [name]: text }), name));
  const pairs = JSON.parse(definition.content.toString()) as [Source, object][];
  return {
    texts: pairs.map(([, data]) => JSON.stringify(data)),
    lines: pairs.map(([source]) => source.origin.line),
    problems: diagnostics.map(({ message, origin }) => `${origin?.line}:${origin?.column} ${message}`),
  };
}

const resource = '{"apiVersion":"v","kind":"K","metadata":{"name":"a"},"spec":{}}';
const yaml = 'apiVersion: v\nkind: K\nmetadata: { name: a }\nspec: {}\n';

it('reads JSON, tabs and all', async () => {
  expect(await read('a.json', resource.replaceAll(',', ',\n\t'))).toEqual({
    texts: [resource],
    lines: [1],
    problems: [],
  });
});

it('reads every document of a YAML file, empty ones aside', async () => {
  expect(await read('a.yaml', `# first\n${yaml}---\n---\n${yaml}`)).toEqual({
    texts: [resource, resource],
    lines: [2, 8],
    problems: [],
  });
});

it('reads the items of a List', async () => {
  const items = yaml.replaceAll('\n', '\n    ').trimEnd();
  expect(await read('a.yaml', `kind: List\nitems:\n  - ${items}\n`)).toEqual({
    texts: [resource],
    lines: [3],
    problems: [],
  });
});

it.each([
  ['a.json', '{"a":', '1:6 '],
  ['a.yaml', 'kind: K\n', '1:1 not a resource: no apiVersion, metadata.name, spec'],
])('reports what is wrong with %s: %j', async (name, text, problem) => {
  expect((await read(name, text)).problems).toEqual([expect.stringContaining(problem)]);
});

it('reports a file that is gone', async () => {
  const { diagnostics } = await readDataFile(join(folderWith({}), 'a.yaml'));
  expect(diagnostics.map(({ message }) => message)).toEqual(['cannot read this file (ENOENT)']);
});
