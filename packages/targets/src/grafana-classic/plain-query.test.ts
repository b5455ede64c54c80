import { expect, test } from 'vitest';
import { plainModel, plainQuery } from './plain-query.ts';

test.each([
  ['a model', { query: 'label_values(job)', refId: 'A' }, { query: 'label_values(job)', refId: 'A' }],
  ['text kept in a model', { __legacyStringValue: 'metrics(x)' }, 'metrics(x)'],
  ['text', 'metrics(x)', 'metrics(x)'],
  ['nothing', undefined, {}],
])('plainQuery of %s', (_, spec, expected) => {
  expect(plainQuery(spec)).toEqual(expected);
});

test.each([
  ['a model', { expr: 'up' }, { expr: 'up' }],
  ['text kept in a model', { __legacyStringValue: 'cpu', alias: 'x' }, { query: 'cpu', alias: 'x' }],
  ['text', 'cpu', { query: 'cpu' }],
  ['nothing', null, {}],
])('plainModel of %s', (_, spec, expected) => {
  expect(plainModel(spec)).toEqual(expected);
});
