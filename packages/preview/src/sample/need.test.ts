import { expect, it } from 'vitest';
import { needsOf } from './need.ts';

const MINUTE = 60_000;
const minutesBefore = (query: string): readonly (readonly [string, number])[] =>
  [...needsOf(query, 0, 5 * MINUTE)].map(([name, from]) => [name, (0 - from) / MINUTE]);

it.each([
  ['up', [['up', 5]]],
  ['rate(a_total[10m])', [['a_total', 15]]],
  ['rate(a_total[10m] offset 1h)', [['a_total', 75]]],
  ['max_over_time(rate(a_total[10m])[2h:1m] offset 1d)', [['a_total', 15 + 120 + 1440]]],
  [
    'a / rate(b_total[1h])',
    [
      ['a', 5],
      ['b_total', 65],
    ],
  ],
  ['a - a offset 1w', [['a', 7 * 1440 + 5]]],
  [
    '{__name__="a"} or {job="x"}',
    [
      ['a', 5],
      ['', 5],
    ],
  ],
  ['a @ -600', [['a', 15]]],
  ['a offset -5m', [['a', 0]]],
  ['1 + vector(2)', []],
])('%s', (query, expected) => {
  expect(minutesBefore(query)).toEqual(expected);
});
