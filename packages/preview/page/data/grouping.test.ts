import { expect, it } from 'vitest';
import { withGrouping } from './grouping.ts';

it.each([
  ['sum(rate(a[5m]))', 'sum by (code) (rate(a[5m]))'],
  ['sum by (job) (a) / count by (job, code) (b)', 'sum by (job, code) (a) / count by (job, code) (b)'],
  ['topk(3, sum without (job) (a))', 'topk by (code) (3, sum without (job, code) (a))'],
  ['sum(rate(a[$__rate_interval]))', 'sum by (code) (rate(a[$__rate_interval]))'],
  ['rate(a[5m])', 'rate(a[5m])'],
  ['sum(', 'sum('],
])('%s grouped by code', (query, grouped) => {
  expect(withGrouping(query, ['code'])).toBe(grouped);
});

it('a query stays as it is written without labels to group by', () => {
  expect(withGrouping('sum  (a)', [])).toBe('sum  (a)');
});
