import { expect, test } from 'vitest';
import { compareQueries, metricNames } from './queries.ts';

test('queries are compared by what they mean', () => {
  expect(compareQueries('rate(x[5m])', 'rate( x[300s] )')).toBeUndefined();
  expect(compareQueries('rate(x[5m])', 'rate(x[1m])')).toEqual([{ before: '[5m]', after: '[1m]' }]);
});

test('what is no PromQL is compared as text', () => {
  expect(compareQueries('SELECT  1', ' SELECT 1')).toBeUndefined();
  expect(compareQueries("SELECT 'a  b'", "SELECT 'a b'")).toHaveLength(1);
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

test.each([
  ['sum by (job) (a) > 1', 'sum by (job, instance) (a) > 1', true],
  ['sum by (job) (a) > 1', 'sum by(job)(b) > 2', false],
  ['a > 1', 'sum by (job) (a) > 1', true],
  ['a > 1', 'b > 1', false],
  ['absent(a)', 'sum by (job) (a)', false],
])('%s and %s have other labels: %s', (before, after, expected) => {
  expect(compareQueries.hasOtherLabels?.(before, after)).toBe(expected);
});
