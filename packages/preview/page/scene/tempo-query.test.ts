import { expect, it } from 'vitest';
import { traceqlIn } from './tempo-query.ts';

const tempo = (spec: Readonly<Record<string, unknown>>) =>
  traceqlIn({ kind: 'DataQuery', group: 'tempo', version: 'v0', spec });
const filter = (tag: string, value: unknown, more: object = {}) => ({
  id: tag,
  tag,
  value,
  operator: '=',
  scope: 'resource',
  valueType: 'string',
  ...more,
});

it('a query of traces is its text', () => {
  expect(tempo({ queryType: 'traceql', query: '{ name = "a" }' })).toBe('{ name = "a" }');
});

it.each([
  ['of a scope', [filter('service.name', ['shop'])], '{resource.service.name="shop"}'],
  ['of several values', [filter('service.name', ['a', 'b'], { operator: '=~' })], '{resource.service.name=~"a|b"}'],
  ['of any scope', [filter('http.method', 'GET', { scope: 'unscoped' })], '{.http.method="GET"}'],
  [
    'of its own fields',
    [
      filter('status', 'error', { valueType: 'keyword' }),
      filter('duration', '100ms', { operator: '>', valueType: 'duration' }),
    ],
    '{status=error && duration>100ms}',
  ],
  ['without a value', [filter('service.name', []), filter('name', undefined)], '{}'],
])('a search is put together of conditions %s', (_, filters, text) => {
  expect(tempo({ queryType: 'traceqlSearch', filters })).toBe(text);
});
