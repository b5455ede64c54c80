import { expect, test } from 'vitest';
import { compareQueries, metricNames } from './queries.ts';

test('queries are compared by what they mean', () => {
  expect(compareQueries('rate(x[5m])', 'rate( x[300s] )')).toBeUndefined();
  expect(compareQueries('rate(x[5m])', 'rate(x[1m])')).toEqual([{ before: '[5m]', after: '[1m]' }]);
});

test('what is no PromQL is compared as text', () => {
  expect(compareQueries('SELECT 1', 'SELECT 2')).toEqual([{ before: 'SELECT 1', after: 'SELECT 2' }]);
});

test.each([
  ['sum(rate(a[5m])) / b', ['a', 'b']],
  ['label_values(a{job="x"}, route)', ['a']],
  ['query_result(topk(5, b))', ['b']],
  ['{job="x"} |= "error"', []],
])('%s reads %j', (query, names) => {
  expect(metricNames(query)).toEqual(names);
});
