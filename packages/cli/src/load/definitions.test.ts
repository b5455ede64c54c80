import { expect, it } from 'vitest';
import { packed } from './definitions.ts';

it('packs resources and their sources as pairs', () => {
  const source = { origin: { file: '/a.ts', line: 1, column: 2 } };
  expect(JSON.parse(packed([{ text: '{"a":1}', source }, { text: '{}' }]).toString())).toEqual([
    [source, { a: 1 }],
    [null, {}],
  ]);
});
