import { assert, jsonValue, property } from 'fast-check';
import { expect, test } from 'vitest';
import { toJson } from './to-json.ts';

test('puts the envelope in conventional order and the rest in alphabetical order', () => {
  const dashboard = {
    spec: { title: 't', elements: {} },
    metadata: { name: 'n' },
    kind: 'Dashboard',
    apiVersion: 'v2',
  };
  expect(toJson(dashboard)).toBe(
    '{\n  "apiVersion": "v2",\n  "kind": "Dashboard",\n  "metadata": {\n    "name": "n"\n  },\n  "spec": {\n    "elements": {},\n    "title": "t"\n  }\n}\n',
  );
});

test('keeps arrays as they are', () => {
  expect(toJson([3, 1, 2])).toBe('[\n  3,\n  1,\n  2\n]\n');
});

test('keeps a member named __proto__', () => {
  expect(toJson(JSON.parse('{"__proto__": {"a": 1}}'))).toBe('{\n  "__proto__": {\n    "a": 1\n  }\n}\n');
});

test('gives back the data that was written', () => {
  assert(
    property(jsonValue(), (value) => {
      expect(JSON.parse(toJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
