import { expect, it } from 'vitest';
import { parse } from './parse.ts';
import { valueType } from './value-type.ts';

it.each([
  ['1', 'scalar'],
  ['-(1 + 2) * 3', 'scalar'],
  ['1 == bool 2', 'scalar'],
  ['time()', 'scalar'],
  ['"x"', 'string'],
  ['up', 'vector'],
  ['up * 2', 'vector'],
  ['2 * -up + 1', 'vector'],
  ['a or b', 'vector'],
  ['sum(up)', 'vector'],
  ['rate(up[5m])', 'vector'],
  ['up[5m]', 'matrix'],
  ['up[5m:]', 'matrix'],
  ['$x', 'unknown'],
  ['$x * 2', 'unknown'],
  ['2 * $x', 'unknown'],
  ['up > $x', 'vector'],
  ['$x and $y', 'vector'],
  ['nope(1)', 'unknown'],
])('%s is of type %s', (text, type) => {
  expect(valueType(parse(text).expr)).toBe(type);
});
