import { expect, it } from 'vitest';
import { columnsOf, hasColours, painter } from './terminal.ts';

it.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
])('terminal %s with %j has colours: %s', (isTTY, env, expected) => {
  expect(hasColours({ isTTY }, env)).toBe(expected);
});

it('paints only with colours', () => {
  expect([painter({ isTTY: true }, {})('red', 'x'), painter({ isTTY: false }, {})('red', 'x')]).toEqual([
    '\u001B[31mx\u001B[39m',
    'x',
  ]);
});

it('knows the width of a terminal alone', () => {
  expect(columnsOf({ isTTY: true, columns: 80 })).toBe(80);
  expect(columnsOf({ columns: 80 })).toBeUndefined();
});
