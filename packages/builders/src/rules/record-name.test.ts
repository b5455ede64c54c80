import { expect, test } from 'vitest';
import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { histogram } from '../metrics/histogram.ts';
import { oneOf } from '../metrics/label.ts';
import { nativeHistogram } from '../metrics/native-histogram.ts';
import { avg, max, min, sum } from '../query/aggregate.ts';
import { avgOverTime, maxOverTime, quantileOverTime } from '../query/over-time.ts';
import { increase, rate } from '../query/rate.ts';
import type { Instant } from '../query/vector.ts';
import { ruleExpression } from './expression.ts';
import { record } from './record.ts';
import { recordName } from './record-name.ts';

const labels = { path: oneOf('/', '/pay') };
const requests = counter('requests_total', { help: 'Requests.', unit: 'requests', labels });
const failures = counter('request_failures_total', { help: 'Failures.', unit: 'requests', labels });
const backlog = gauge('backlog_items', { help: 'Backlog.', unit: 'items', labels });
const latency = histogram('request_latency_seconds', { help: 'Latency.', unit: 'seconds', labels, buckets: [1] });
const native = nativeHistogram('request_latency_seconds', { help: 'Latency.', unit: 'seconds', labels });

const name = (vector: Instant) => recordName(ruleExpression(vector.expr));
const byJob = { by: ['job'] } as const;

// The first seven are the examples of the Prometheus page on recording rules.
const perInstance = record(rate(requests)).metric;
const failuresPerInstance = record(rate(failures)).metric;
const countPerInstance = record(rate(latency.count)).metric;
const sumPerInstance = record(rate(latency.sum)).metric;

test.each<readonly [string, Instant]>([
  ['instance:requests:rate5m', rate(requests)],
  ['job:requests:rate5m', sum(perInstance, byJob)],
  ['instance:request_failures_per_requests:ratio_rate5m', failuresPerInstance.div(perInstance)],
  ['job:request_failures_per_requests:ratio_rate5m', sum(failuresPerInstance, byJob).div(sum(perInstance, byJob))],
  ['instance:request_latency_seconds:mean5m', sumPerInstance.div(countPerInstance)],
  ['job:request_latency_seconds:mean5m', sum(sumPerInstance, byJob).div(sum(countPerInstance, byJob))],
  ['job:request_latency_seconds_count:avg_rate5m', avg(countPerInstance, byJob)],
  ['job:requests:rate5m', sum(rate(requests.where({ job: 'myjob' })), byJob)],
  ['path:requests:rate1h', sum(rate(requests, '1h'), { by: ['path'] })],
  ['job_path:requests:rate5m', sum(rate(requests), { by: ['job', 'path'] })],
  [':requests:rate5m', sum(rate(requests))],
  ['job:requests:increase1d', sum(increase(requests, '24h'), byJob)],
  [
    'path:requests:ratio_rate5m',
    sum(rate(requests.where({ path: '/' })), { by: ['path'] }).div(sum(rate(requests), { by: ['path'] })),
  ],
  ['job:backlog_items:sum', sum(backlog, byJob)],
  ['job:backlog_items:max', max(backlog, byJob)],
  ['job:backlog_items:min', min(min(backlog, { by: ['job', 'path'] }), byJob)],
  ['job:backlog_items:sum', sum(backlog.mul(2), byJob)],
  ['job:backlog_items:max_avg1h30m', max(avgOverTime(backlog, '90m'), byJob)],
  ['job:backlog_items:p90_over1h', sum(quantileOverTime(0.9, backlog, '1h'), byJob)],
  ['job:requests:max1h_rate5m', maxOverTime(sum(rate(requests), byJob).subquery('1h'))],
  ['path:request_latency_seconds:p99_rate5m', latency.quantile(0.99, { by: ['path'] })],
  ['path:request_latency_seconds:p99_9_rate5m', latency.quantile(0.999, { by: ['path'] })],
  ['path:request_latency_seconds:p99_rate5m', native.quantile(0.99, { by: ['path'] })],
  ['path:request_latency_seconds:mean5m', latency.mean({ by: ['path'] })],
  ['path:request_latency_seconds:mean5m', native.mean({ by: ['path'] })],
  ['path:request_latency_seconds:count_rate5m', native.rate({ by: ['path'] })],
  ['path:requests:rate5m', sum(rate(requests), { by: ['path'] }).or(sum(rate(requests), { by: ['path'] }).mul(0))],
])('%s', (expected, vector) => {
  expect(name(vector)).toBe(expected);
});

test.each<readonly [string, Instant]>([
  ['a sum of different things', sum(rate(requests), byJob).add(sum(rate(failures), byJob))],
  ['a part of a metric', sum(rate(requests.where({ path: '/' })), byJob)],
  ['labels nobody knows', sum(rate(requests), { without: ['instance'] })],
  ['a window of a dashboard', sum(rate(requests, '$__interval'), byJob)],
])('%s has no name of its own', (_what, vector) => {
  expect(() => name(vector)).toThrow("write record(…, { name: 'level:metric:operations' })");
});

test('without drops labels from a known level', () => {
  const known = record(sum(rate(requests), { by: ['job', 'path'] })).metric;
  expect(name(sum(known, { without: ['path'] }))).toBe('job:requests:rate5m');
});
