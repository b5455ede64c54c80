import { expect, test } from 'vitest';
import { customCsv, customQuery } from './custom-values.ts';

test('customCsv escapes commas', () => {
  expect(customCsv(['a', 'b,c'])).toBe('a,b\\,c');
});

test.each([
  ['a list as it is', 'a, b : c', 'csv', 'a, b : c', undefined],
  ['JSON texts', '["a","b,c"]', 'json', 'a,b\\,c', undefined],
  ['JSON pairs', '[{"text":"One","value":"1"},{"text":"2","value":"2"}]', 'json', 'One : 1,2', undefined],
  [
    'JSON with properties',
    '[{"text":"One","value":"1","region":"eu"}]',
    'json',
    'One : 1',
    'properties of values have no classic form; only text and value are kept',
  ],
  [
    'JSON of something else',
    '["a",{"x":1}]',
    'json',
    'a',
    'values in JSON must be texts or {text, value} objects; the others are left out',
  ],
  ['broken JSON', '[', 'json', '', 'values in JSON must be texts or {text, value} objects; the others are left out'],
] as const)('%s', (_, query, valuesFormat, expected, lost) => {
  expect(customQuery({ query, valuesFormat })).toEqual({ query: expected, lost });
});
