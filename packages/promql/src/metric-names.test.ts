import { expect, test } from 'vitest';
import { listedQuery, metricNames } from './metric-names.ts';
import { parse } from './parse.ts';

test.each([
  ['rate(a[5m]) / on (job) sum(b offset 1h) + a', ['a', 'b']],
  ['{__name__="a", job="x"}', ['a']],
  ['{job="x"}', []],
  ['1 + 2', []],
])('%s reads %j', (query, names) => {
  expect(metricNames(parse(query).expr)).toEqual(names);
});

test.each([
  ['label_values(up{job="a"}, instance)', 'up{job="a"}'],
  ['query_result(topk(5, up))', 'topk(5, up)'],
  ['metrics(node_)', 'node_'],
  ['label_names(up)', 'up'],
  ['sum(up)', 'sum(up)'],
])('%s is made of %s', (text, query) => {
  expect(listedQuery(text)).toBe(query);
});
