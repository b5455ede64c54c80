import { expect, it } from 'vitest';
import { filterText, readFilter } from './filter.ts';

it.each([
  ['code=500', { label: 'code', op: '=', value: '500' }],
  ['code!=500', { label: 'code', op: '!=', value: '500' }],
  ['code=~5..', { label: 'code', op: '=~', value: '5..' }],
  ['code!~a=b', { label: 'code', op: '!~', value: 'a=b' }],
  ['path==x', { label: 'path', op: '=', value: '=x' }],
])('%s is read and written', (text, filter) => {
  expect(readFilter(text)).toEqual(filter);
  expect(readFilter(text)).toSatisfy((read: typeof filter) => filterText(read as never) === text);
});

it.each(['', 'code', '=x', '5=x', 'a-b=c'])('%j is no filter', (text) => {
  expect(readFilter(text)).toBeUndefined();
});
