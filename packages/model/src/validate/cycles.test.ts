import { expect, test } from 'vitest';
import { cyclesOf } from './cycles.ts';

function cycles(edges: Record<string, string[]>): string[][] {
  return cyclesOf(new Map(Object.entries(edges)));
}

test.each<[string, Record<string, string[]>, string[][]]>([
  ['nothing', {}, []],
  ['a tree', { a: ['b', 'c'], b: ['c'], c: [] }, []],
  ['edges to unknown nodes', { a: ['x'], x2: ['a'] }, []],
  ['a node to itself', { a: ['a'] }, [['a']]],
  ['a circle with ways in and out', { in: ['b'], a: ['b'], b: ['c'], c: ['a', 'out'], out: [] }, [['a', 'b', 'c']]],
  [
    'the shorter of two circles',
    { a: ['b', 'd'], b: ['c'], c: ['a'], d: ['a'] },
    [
      ['a', 'd'],
      ['b', 'c', 'a'],
    ],
  ],
  [
    'two circles',
    { a: ['b'], b: ['a'], c: ['d'], d: ['c'] },
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
])('%s', (_, edges, expected) => {
  expect(cycles(edges)).toEqual(expected);
});
