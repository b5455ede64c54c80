import { expect, it } from 'vitest';
import { fieldsIn, pretty } from './line-fields.ts';

it.each([
  [
    'level=info msg="it said \\"no\\"" empty= took=3ms',
    [
      ['level', 'info'],
      ['msg', 'it said "no"'],
      ['empty', ''],
      ['took', '3ms'],
    ],
  ],
  [
    '{"level":"info","took":3,"at":{"line":1}}',
    [
      ['level', 'info'],
      ['took', '3'],
      ['at', '{"line":1}'],
    ],
  ],
  ['GET /?a=1&b=2 is no field', []],
  ['[1, 2]', []],
])('the fields of %s', (text, fields) => {
  expect(fieldsIn(text)).toEqual(fields);
});

it('JSON is written on several lines, other text stays', () => {
  expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(pretty('a=1')).toBe('a=1');
});
