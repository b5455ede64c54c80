import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { resultLabels, type ResultLabels } from './result-labels.ts';

test.each<[string, ResultLabels]>([
  ['up', 'series'],
  ['rate(requests_total[5m]) > 1', 'series'],
  ['sum(up)', []],
  ['sum by (job, instance) (up)', ['instance', 'job']],
  ['-(sum by (job) (up)) > 0.5', ['job']],
  ['1 < sum by (job) (up)', ['job']],
  ['topk(3, sum by (job) (up))', ['job']],
  ['sum without (instance) (up)', undefined],
  ['sum without (instance) (sum by (job, instance) (up))', ['job']],
  ['count_values by (job) ("version", build_info)', ['job', 'version']],
  ['histogram_quantile(0.9, sum by (le, job) (rate(x_bucket[5m])))', ['job']],
  ['max_over_time(sum by (job) (up)[1h:])', ['job']],
  ['sum by (job) (a) / sum by (job) (b)', ['job']],
  ['sum by (job) (a) / b', ['job']],
  ['a / b', 'series'],
  ['a / on (job) b', ['job']],
  ['a / ignoring (code) b', undefined],
  ['sum by (job, code) (a) / on (job) group_left (team) b', ['code', 'job', 'team']],
  ['sum by (job) (a) and on (job) b', ['job']],
  ['sum by (job) (a) or b', undefined],
  ['label_replace(up, "a", "b", "c", "d")', undefined],
  ['absent(up)', undefined],
  ['vector(1)', []],
])('%s', (query, labels) => {
  expect(resultLabels(parse(query).expr)).toEqual(labels);
});
