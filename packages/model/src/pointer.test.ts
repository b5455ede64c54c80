import { expect, test } from 'vitest';
import { pointer, pointerKeys, valueAt } from './pointer.ts';

test('keys with slashes and tildes survive the way there and back', () => {
  expect(pointer('spec', 'a/b~c', 0)).toBe('/spec/a~1b~0c/0');
  expect(pointerKeys('/spec/a~1b~0c/0')).toEqual(['spec', 'a/b~c', '0']);
  expect(pointerKeys('')).toEqual([]);
});

test('valueAt finds what is there and nothing else', () => {
  const root = { spec: { 'a/b': [{ x: 1 }] } };
  expect(valueAt(root, '/spec/a~1b/0/x')).toBe(1);
  expect(valueAt(root, '')).toBe(root);
  expect(valueAt(root, '/spec/missing/x')).toBeUndefined();
  expect(valueAt(root, '/spec/constructor')).toBeUndefined();
});
