import { expect, it } from 'vitest';
import { CONTRACTS } from '../fixtures/contracts.ts';
import { contractOfQuery } from './contract-of-query.ts';

const record = { kind: 'record', name: 'job:busy:avg', resource: 'shop' } as const;
const ALL = CONTRACTS.map((one) =>
  one.metric.name === 'shop_cpu_busy_ratio' ? { ...one, readers: [...one.readers, record] } : one,
);

it.each([
  ['sum(rate(shop_requests_total[$__rate_interval]))', 'shop_requests_total'],
  [
    'histogram_quantile(0.9, sum by (le) (rate(shop_request_duration_seconds_bucket[5m])))',
    'shop_request_duration_seconds',
  ],
  ['shop_job_duration_seconds_sum / shop_job_duration_seconds_count', 'shop_job_duration_seconds'],
  ['unknown / shop_disk_size_bytes', 'shop_disk_size_bytes'],
  ['max(job:busy:avg)', 'shop_cpu_busy_ratio'],
  ['shop_disk_size_bytes_sum', undefined],
  ['vector(1)', undefined],
])('%s is of %s', (query, name) => {
  expect(contractOfQuery(query, ALL)?.metric.name).toBe(name);
});
