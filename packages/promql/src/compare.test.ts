import { expect, test } from 'vitest';
import { compare } from './compare.ts';
import { parse } from './parse.ts';

/** What changed, as a reader sees it: one line per part. */
function drawn(before: string, after: string): readonly string[] | undefined {
  return compare(parse(before).expr, parse(after).expr)?.map(({ before: old, after: next }) =>
    old === '' ? `+ ${next}` : next === '' ? `- ${old}` : `${old} → ${next}`,
  );
}

test.each([
  ['rate(x[5m])', 'rate( x [5m] )'],
  ['rate(x[300s])', 'rate(x[5m])'],
  ['x{a="1",b="2"}', 'x{b="2",a="1"}'],
  ['{__name__="x",a="1"}', 'x{a="1"}'],
  ['sum by (a, b) (x)', 'sum(x) by (b,a)'],
  ['(a / b) > 1', 'a / b > 1'],
  ['x offset 0s', 'x'],
])('%s and %s mean the same', (before, after) => {
  expect(drawn(before, after)).toBeUndefined();
});

test.each([
  ['range', 'sum(rate(x[5m]))', 'sum(rate(x[1m]))', ['[5m] → [1m]']],
  ['Grafana variable', 'rate(x[$__rate_interval])', 'rate(x[5m])', ['[$__rate_interval] → [5m]']],
  ['matcher', 'sum(x{code=~"5..",job="a"})', 'sum(x{job="a",code="500"})', ['code=~"5.." → code="500"']],
  ['matcher added', 'sum(x)', 'sum(x{code="500"})', ['+ code="500"']],
  ['matcher removed', 'x{a="1",b="2"}', 'x{b="2"}', ['- a="1"']],
  ['two matchers of one label', 'x{a!="1",a!="2"}', 'x{a!="1",a!="3"}', ['a!="2" → a!="3"']],
  ['metric', 'rate(errors_total{a="1"}[5m])', 'rate(failures_total{a="1"}[5m])', ['errors_total → failures_total']],
  ['threshold', 'sum(rate(x[5m])) > 0.05', 'sum(rate(x[5m])) > 0.1', ['> 0.05 → > 0.1']],
  ['comparison', 'sum(rate(x[5m])) > 0.05', 'sum(rate(x[5m])) >= 0.05', ['> 0.05 → >= 0.05']],
  ['grouping', 'sum by (route) (rate(x[5m]))', 'sum by (code) (rate(x[5m]))', ['by (route) → by (code)']],
  ['grouping removed', 'sum by (route) (rate(x[5m]))', 'sum(rate(x[5m]))', ['- by (route)']],
  ['by becomes without', 'sum by (a) (rate(x[5m]))', 'sum without (a) (rate(x[5m]))', ['by (a) → without (a)']],
  ['function', 'sum(rate(x[5m]))', 'sum(increase(x[5m]))', ['rate → increase']],
  ['aggregation', 'sum by (a) (rate(x[5m]))', 'max by (a) (rate(x[5m]))', ['sum → max']],
  ['parameter', 'topk(5, sum by (a) (x))', 'topk(10, sum by (a) (x))', ['topk(5, …) → topk(10, …)']],
  ['offset', 'x - x offset 1d', 'x - x offset 1w', ['offset 1d → offset 1w']],
  ['offset added', 'rate(x[5m])', 'rate(x[5m] offset 1d)', ['+ offset 1d']],
  [
    'quantile',
    'histogram_quantile(0.99, sum by (le) (x))',
    'histogram_quantile(0.95, sum by (le) (x))',
    ['0.99 → 0.95'],
  ],
  ['sub-query', 'max_over_time(x[1h:5m])', 'max_over_time(x[2h:5m])', ['[1h:5m] → [2h:5m]']],
  ['matching', 'a / on (job) b', 'a / on (job, code) b', ['on (job) → on (job, code)']],
  ['condition added', 'sum(rate(x[5m])) > 1', 'sum(rate(x[5m])) > 1 and on () vector(1)', ['+ and on () vector(1)']],
  ['alternative added', 'a or b or c', 'a or b or d or c', ['+ or d']],
  ['alternative removed', 'a or b or c', 'b or c', ['- a']],
  ['wrapped', 'rate(requests_total[5m])', 'sum by (code) (rate(requests_total[5m]))', ['+ sum by (code) (…)']],
  ['unwrapped', 'sum(rate(requests_total[5m]))', 'rate(requests_total[5m])', ['- sum(…)']],
  [
    'wrapped and changed',
    'rate(requests_total{code="500"}[5m])',
    'sum(rate(requests_total{code="500"}[1m]))',
    ['+ sum(…)', '[5m] → [1m]'],
  ],
  [
    'one change in several places, and another',
    'sum by (route) (rate(x_total{code=~"5.."}[5m])) / sum by (route) (rate(x_total[5m])) > 0.05',
    'sum by (route) (rate(x_total{code=~"5.."}[1m])) / sum by (route) (rate(x_total[1m])) > 0.1',
    ['[5m] → [1m]', '> 0.05 → > 0.1'],
  ],
  [
    'one of two ranges',
    'sum(rate(x{code="500"}[5m])) / sum(rate(x[5m])) > 0.05',
    'sum(rate(x{code="500"}[5m])) / sum(rate(x[10m])) > 0.05',
    ['rate(x[5m]) → rate(x[10m])'],
  ],
  [
    'a matcher in one of two selectors',
    'sum(rate(x[5m])) / sum(rate(y[5m]))',
    'sum(rate(x{code="500"}[5m])) / sum(rate(y[5m]))',
    ['rate(x[5m]) → rate(x{code="500"}[5m])'],
  ],
  ['one of two gauges', 'a{b="1"} / c{b="1"}', 'a{b="1"} / c{b="2"}', ['c{b="1"} → c{b="2"}']],
  ['nothing in common', 'sum(rate(x[5m]))', 'max(y)', ['sum(rate(x[5m])) → max(y)']],
])('%s', (_what, before, after, expected) => {
  expect(drawn(before, after)).toEqual(expected);
});

test('a query of thousands of parts is shown whole, at once', () => {
  const long = Array.from({ length: 5000 }, (_, i) => `m${i}`).join(' or ');
  expect(drawn(long, `${long} or x`)).toHaveLength(1);
  expect(drawn(long, long.replaceAll(' or ', '  or '))).toBeUndefined();
});
