import { expect, test } from 'vitest';
import { group } from '../fixtures/resources.ts';
import { splitBySize } from './split.ts';

function names(limit: number, ...groups: readonly ReturnType<typeof group>[]) {
  const { parts, oversized } = splitBySize(groups, limit);
  return { parts: parts.map((part) => part.map(({ name }) => name)), oversized: oversized.map(({ name }) => name) };
}

/** A group of about `bytes` bytes of YAML. */
function sized(name: string, bytes: number) {
  return group(name, { rules: [{ record: 'job:up:sum', expr: 'x'.repeat(bytes) }] });
}

test('keeps what fits in one part', () => {
  expect(names(3000, sized('a', 1000), sized('b', 1000))).toEqual({ parts: [['a', 'b']], oversized: [] });
});

test('starts a part where the limit is passed, in order', () => {
  expect(names(3000, sized('a', 1400), sized('b', 1400), sized('c', 1400))).toEqual({
    parts: [['a', 'b'], ['c']],
    oversized: [],
  });
});

test('gives a group over the limit a part of its own and names it', () => {
  expect(names(3000, sized('a', 100), sized('big', 4000), sized('c', 100))).toEqual({
    parts: [['a'], ['big'], ['c']],
    oversized: ['big'],
  });
});

test('counts bytes, not characters', () => {
  const umlauts = group('u', { rules: [{ record: 'r', expr: 'ü'.repeat(1600) }] });
  expect(names(3000, umlauts).oversized).toEqual(['u']);
});

test('returns one empty part for no groups', () => {
  expect(names(3000)).toEqual({ parts: [[]], oversized: [] });
});
