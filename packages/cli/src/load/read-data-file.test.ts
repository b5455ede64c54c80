import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { readDataFile } from './read-data-file.ts';

function read(name: string, text: string): { texts: string[]; lines: (number | undefined)[]; problems: string[] } {
  const { definition, diagnostics } = readDataFile(join(folderWith({ [name]: text }), name));
  return {
    texts: definition.items.map((item) => item.text),
    lines: definition.items.map(({ source }) => source?.origin.line),
    problems: diagnostics.map(({ message, origin }) => `${origin?.line}:${origin?.column} ${message}`),
  };
}

const resource = '{"apiVersion":"v","kind":"K","metadata":{"name":"a"},"spec":{}}';
const yaml = 'apiVersion: v\nkind: K\nmetadata: { name: a }\nspec: {}\n';

it('reads JSON, tabs and all', () => {
  expect(read('a.json', resource.replaceAll(',', ',\n\t'))).toEqual({ texts: [resource], lines: [1], problems: [] });
});

it('reads every document of a YAML file, empty ones aside', () => {
  expect(read('a.yaml', `# first\n${yaml}---\n---\n${yaml}`)).toEqual({
    texts: [resource, resource],
    lines: [2, 8],
    problems: [],
  });
});

it('reads the items of a List', () => {
  const items = yaml.replaceAll('\n', '\n    ').trimEnd();
  expect(read('a.yaml', `kind: List\nitems:\n  - ${items}\n`)).toEqual({ texts: [resource], lines: [3], problems: [] });
});

it('keeps the places of maps and lists', () => {
  const text = yaml.replace('spec: {}', 'spec:\n  groups:\n    - rules:\n        - alert: X');
  const { definition } = readDataFile(join(folderWith({ 'a.yaml': text }), 'a.yaml'));
  const parts = Object.entries(definition.items[0]?.source?.parts ?? {});
  expect(parts.map(([pointer, { line }]) => `${pointer} ${line}`)).toEqual([
    '/spec/groups 6',
    '/spec/groups/0 6',
    '/spec/groups/0/rules 7',
    '/spec/groups/0/rules/0 7',
  ]);
});

it.each([
  ['a.json', '{"a":', '1:6 Flow map must end with a }'],
  ['a.yaml', 'a: [1\nb: 2', '2:1 Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ['a.yaml', 'kind: K\n', '1:1 no resource: it needs `apiVersion`, `kind`, `metadata.name` and `spec`'],
  ['a.yaml', `${yaml}---\njust text\n`, '6:1 no resource: it needs `apiVersion`, `kind`, `metadata.name` and `spec`'],
])('reports what is wrong with %s: %j', (name, text, problem) => {
  expect(read(name, text).problems).toEqual([problem]);
});
