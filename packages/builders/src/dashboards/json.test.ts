import { expect, it } from 'vitest';
import { jsonOf, overlay } from './json.ts';

it('copies what JSON can hold and shares nothing', () => {
  const inner = [1];
  const copy = jsonOf({ inner, method: () => 1, missing: undefined, nothing: null });
  expect(copy).toEqual({ inner: [1], nothing: null });
  expect(copy.inner).not.toBe(inner);
});

it('lays changes over a base at every depth, and replaces arrays', () => {
  const base = { a: { b: 1, c: [1, 2] }, d: 1 };
  expect(overlay(base, { a: { c: [3] } })).toEqual({ a: { b: 1, c: [3] }, d: 1 });
  expect(base.a.c).toEqual([1, 2]);
});
