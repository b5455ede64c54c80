import { array, assert, constantFrom, json as jsonString, oneof, property } from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPlaces } from './json-places.ts';
import { parseJson } from './parse-json.ts';

const FOLDER = `{
  "apiVersion": "folder.grafana.app/v1",
  "kind": "Folder",
  "metadata": { "name": "shop", "labels": {} },
  "spec": { "title": "Shop", "tags": ["a", {"b": [1, -2.5e3, null]}],
    "a/b": "}\\"]" }
}
`;

test('gives the resource and the place of each of its parts', () => {
  const { resources, diagnostics } = parseJson(FOLDER, 'shop.json');
  expect(diagnostics).toEqual([]);
  const [folder] = resources;
  expect(folder).toMatchObject({ kind: 'Folder', spec: { 'a/b': '}"]' } });
  const line = (path: string) => folder?.source?.parts?.[path];
  expect(folder?.source?.origin).toEqual({ file: 'shop.json', line: 1, column: 1 });
  expect(line('/metadata/name')).toEqual({ file: 'shop.json', line: 4, column: 17 });
  expect(line('/spec/tags/1/b/1')).toEqual({ file: 'shop.json', line: 5, column: 54 });
  expect(line('/spec/a~1b')).toEqual({ file: 'shop.json', line: 6, column: 5 });
});

test('gives the items of a list', () => {
  const folder = { apiVersion: 'v1', kind: 'Folder', metadata: { name: 'a' }, spec: { title: 'A' } };
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [folder, { kind: 'Folder' }] }, null, 1);
  const { resources, diagnostics } = parseJson(text, 'l.json');
  expect(resources.map(({ metadata }) => metadata.name)).toEqual(['a']);
  expect(resources[0]?.source?.parts?.['/spec/title']?.line).toBe(12);
  expect(diagnostics).toMatchObject([
    { message: 'not a resource: no apiVersion, metadata.name, spec', origin: { line: 15 } },
  ]);
});

test.each([
  ['{"a": 1,}', 1, 9, 'a name in double quotes'],
  ['{\n  "a": tru\n}', 2, 8, 'a value'],
  ['{"a": ', 1, 7, 'a value'],
  ['{"a" 1}', 1, 6, "':'"],
  ['[1 2]', 1, 4, "',' or ']'"],
  ["{'a': 1}", 1, 2, 'a name in double quotes'],
  ['["a\tb"]', 1, 2, 'a value'],
  ['["\\x"]', 1, 2, 'a value'],
  ['01', 1, 2, 'the end'],
  ['{} {}', 1, 4, 'the end'],
  ['', 1, 1, 'a value'],
])('says where %j is not JSON', (text, line, column, expected) => {
  const { diagnostics } = parseJson(text, 'x.json');
  const message = `not JSON: expected ${expected} here`;
  expect(diagnostics).toMatchObject([{ rule: 'load/data', message, origin: { line, column } }]);
});

test('reads exactly the texts that JSON.parse reads', () => {
  const piece = constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\u00e9"',
    '1',
    '-0.5e3',
    '-',
    'null',
    'tru',
    ' ',
    '\n',
    '"',
    '\\',
  );
  assert(
    property(
      oneof(
        jsonString(),
        array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      ),
      (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect('offset' in jsonPlaces(text)).toBe(!isJson);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['{"groups": []}', 'a plain Prometheus rule file is no resource'],
  ['{"schemaVersion": 39, "panels": []}', "a dashboard's plain JSON model is no resource"],
  ['[1]', 'a resource is an object with apiVersion, kind, metadata and spec'],
])('says what %s is instead of a resource', (text, message) => {
  expect(parseJson(text, 'x.json').diagnostics).toMatchObject([{ message }]);
});

test('reads a text that starts with a byte order mark', () => {
  expect(parseJson(`\uFEFF${FOLDER}`, 'x.json').resources).toHaveLength(1);
});
