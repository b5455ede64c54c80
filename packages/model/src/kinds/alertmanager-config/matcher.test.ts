import { expect, test } from 'vitest';
import { parseMatchers } from './matcher.ts';

const shown = (text: string) => parseMatchers(text)?.map(({ name, op, value }) => [name, op, value]);

test.each<[string, string[][]]>([
  ['team="payments"', [['team', '=', 'payments']]],
  ['team=payments', [['team', '=', 'payments']]],
  ['severity=~"page|ticket"', [['severity', '=~', 'page|ticket']]],
  ['a != "b"', [['a', '!=', 'b']]],
  [
    '{a="b", c!~"d,e"}',
    [
      ['a', '=', 'b'],
      ['c', '!~', 'd,e'],
    ],
  ],
  ['a="say \\"hi\\", twice"', [['a', '=', 'say "hi", twice']]],
  ['"größe.x"="1"', [['größe.x', '=', '1']]],
  ['a=""', [['a', '=', '']]],
  ['a="b",', [['a', '=', 'b']]],
])('%s', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test.each(['team', '', '="x"', 'a="b', 'a=="b"x"', 'a="b" c="d"'])('%j is no matcher', (text) => {
  expect(parseMatchers(text)).toBeUndefined();
});
