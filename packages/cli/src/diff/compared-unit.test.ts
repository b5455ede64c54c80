import { parse } from '@binnacle/promql';
import { expect, test } from 'vitest';
import { comparedUnit } from './compared-unit.ts';

test.each<[query: string, comparison: string, unit: string | undefined]>([
  ['disk_used_ratio > 0.9', '> 0.9', 'percentunit'],
  ['job:errors:ratio_rate5m > 0.05', '> 0.05', 'percentunit'],
  ['(sum(rate(x_total{code="5xx"}[5m])) / sum(rate(x_total[5m]))) > 0.05', '> 0.05', 'percentunit'],
  ['1 - avail_bytes / size_bytes >= 0.9', '>= 0.9', 'percentunit'],
  ['100 * (1 - avail_bytes / size_bytes) > 90', '> 90', 'percent'],
  ['job:x:rate5m{code="5xx"} / ignoring (code) sum by (job) (job:x:rate5m) > 0.1', '> 0.1', 'percentunit'],
  ['histogram_quantile(0.99, sum by (le) (rate(x_seconds_bucket[5m]))) > 0.5', '> 0.5', 's'],
  ['sum(rate(x_seconds_sum[5m])) / sum(rate(x_seconds_count[5m])) > 0.5', '> 0.5', 's'],
  ['time() - max(last_success_timestamp_seconds) > 3600', '> 3600', 's'],
  ['free_bytes < 1e9 and errors_ratio > 0.1', '> 0.1', 'percentunit'],
  // Not a share, or not known to be one.
  ['queue_length > 100', '> 100', undefined],
  ['a / b > 0.5', '> 0.5', undefined],
  ['rate(sent_bytes_total[5m]) / rate(sent_packets_total[5m]) > 1', '> 1', 'bytes'],
  ['rate(cpu_seconds_total[5m]) > 0.9', '> 0.9', undefined],
  ['job:x:rate5m / job:y:rate5m > 0.1', '> 0.1', undefined],
  ['retries_total / requests_total > 3', '> 3', undefined],
  ['a_seconds > 5 and b > 5', '> 5', undefined],
  ['disk_used_ratio > 0.9', '> 0.8', undefined],
])('%s compares %s in %s', (query, comparison, unit) => {
  expect(comparedUnit(parse(query).expr, comparison)).toBe(unit);
});
