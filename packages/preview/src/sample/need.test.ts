import { expect, it } from 'vitest';
import { needsOf } from './need.ts';

const MINUTE = 60_000;
const HOUR = { from: 0, to: 60 * MINUTE };
const minutesBefore = (query: string): readonly (readonly [string, number])[] =>
  [...needsOf(query, HOUR, 5 * MINUTE)].map(([name, spans]) => [
    name,
    (0 - Math.min(...spans.map(({ from }) => from))) / MINUTE,
  ]);

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

it.each([
  ['up', 60],
  ['rate(a_total[10m] offset 1h)', 0],
  ['max_over_time(rate(a_total[10m])[2h:1m] offset 1d)', 60 - 1440],
  ['a - a offset 1w', 60],
  ['a offset -5m', 65],
  ['a @ 7200', 120],
])('%s reads samples up to minute %d of the hour it is evaluated in', (query, expected) => {
  const [spans = []] = needsOf(query, HOUR, 5 * MINUTE).values();
  expect(Math.max(...spans.map(({ to }) => to)) / MINUTE).toBe(expected);
});
