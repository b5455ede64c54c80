import { parse } from '@binnacle/promql';
import { expect, test } from 'vitest';
import { inferLabels } from './infer.ts';

/** `a, b`: only these; `* but a`: any other. */
function labels(query: string): string {
  const { expr, errors } = parse(query);
  expect(errors).toEqual([]);
  const { open, labels: named } = inferLabels(expr);
  const list = [...named].toSorted().join(', ');
  return open ? `*${list === '' ? '' : ` but ${list}`}` : list;
}

test.each([
  ['up', '*'],
  ['up{a=""}', '* but a'],
  ['up{a!=""}', '*'],
  ['sum(up)', ''],
  ['sum by (a, b) (up)', 'a, b'],
  ['sum by (a, b) (up{a=""})', 'b'],
  ['sum without (a) (up)', '* but a'],
  ['sum without (a) (sum by (a, b) (up))', 'b'],
  ['count_values("v", sum by (a) (up))', 'v'],
  ['count_values by (a) ("v", up)', 'a, v'],
  ['topk by (a) (3, sum by (a, b) (up))', 'a, b'],
  ['absent(up{a="x", b=~"y", c="z", c="z"})', 'a'],
  ['absent(sum(up{a="x"}))', ''],
  ['absent_over_time(up{a="x"}[5m])', 'a'],
  ['label_replace(sum by (a) (up), "b", "$1", "a", "(.*)")', 'a, b'],
  ['label_join(sum by (a) (up), "b", "-", "a")', 'a, b'],
  ['histogram_quantile(0.9, sum by (le, a) (rate(x_bucket[5m])))', 'a'],
  ['vector(1)', ''],
  ['hour()', ''],
  ['hour(sum by (a) (up))', 'a'],
  ['info(sum by (a) (up))', '*'],
  ['time() - sum by (a) (up)', 'a'],
  ['sum by (a, b) (up) / on (a) sum by (a, c) (up)', 'a'],
  ['sum by (a, b) (up) / ignoring (b) sum by (a) (up)', 'a'],
  ['sum by (a, b) (up) / sum by (a, c) (up)', 'a'],
  ['sum by (a, b) (up) * on (a) group_left (c) sum by (a, c) (up)', 'a, b, c'],
  ['sum by (a, b) (up) * on (a) group_left (d) sum by (a, c) (up)', 'a, b'],
  ['sum by (a) (up) * on (a) group_right (c) sum by (a, d) (up)', 'a, d'],
  ['sum by (a, b) (up) and on (b) sum by (a) (up)', 'a'],
  ['sum by (a, b) (up) unless on (b) sum by (a) (up)', 'a, b'],
  ['sum by (a) (up) or sum by (b) (up)', 'a, b'],
  ['sum by (a) (up) or up', '*'],
  ['$query', '*'],
  ['sum by ($labels, a) (up)', '*'],
])('%s', (query, expected) => {
  expect(labels(query)).toBe(expected);
});

test('a sum of thousands of terms', () => {
  expect(labels(Array.from({ length: 5_000 }, (_, index) => `sum by (a) (m${index})`).join(' + '))).toBe('a');
});
