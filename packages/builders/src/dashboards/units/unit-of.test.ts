import { parse } from '@binnacle/promql';
import { describe, expect, it } from 'vitest';
import * as sdk from '@grafana/grafana-foundation-sdk/units';
import { GRAFANA_UNITS, grafanaUnit } from '@binnacle/model';
import { isNonNegative } from './non-negative.ts';
import type { Contracts } from './series.ts';
import { unitOf } from './unit-of.ts';

const contracts: Contracts = new Map([
  ['queue_jobs', { unit: 'jobs', type: 'gauge' }],
  ['latency_native_seconds', { unit: 'seconds', type: 'native-histogram' }],
  ['probe_success', { unit: 'bool', type: 'gauge' }],
  ['odd_total', { unit: 'bytes', type: 'counter' }],
  ['answer_seconds', { unit: 'seconds', type: 'histogram', counts: 'requests' }],
]);

const unit = (text: string) => unitOf(parse(text).expr, contracts);

describe('unitOf', () => {
  it.each([
    ['node_memory_free_bytes', 'bytes'],
    ['rate(http_requests_total[5m])', 'requests/second'],
    ['sum by (code) (rate(http_requests_total[5m]))', 'requests/second'],
    ['increase(http_requests_total[1h])', 'requests'],
    ['rate(node_cpu_seconds_total[5m])', 'ratio'],
    ['rate(a_total[5m]) / rate(a_total[5m])', 'ratio'],
    ['1 - avg(rate(node_cpu_seconds_total[5m]))', 'ratio'],
    ['100 * (rate(a_total[5m]) / rate(a_total[5m]))', 'percent'],
    ['rate(x_seconds_sum[5m]) / rate(x_seconds_count[5m])', 'seconds'],
    ['histogram_quantile(0.9, sum by (le) (rate(x_seconds_bucket[5m])))', 'seconds'],
    ['histogram_quantile(0.9, sum(rate(latency_native_seconds[5m])))', 'seconds'],
    ['time() - process_start_time_seconds', 'seconds'],
    ['count(up)', 'count'],
    ['sum(a_bytes > bool 5)', 'truths'],
    ['avg(a_bytes > bool 5)', 'ratio'],
    ['avg_over_time(probe_success[1d])', 'ratio'],
    ['max(probe_success)', 'bool'],
    ['a_bytes > bool 5', 'bool'],
    ['quantile_over_time(0.9, a_bytes[5m])', 'bytes'],
    ['queue_jobs', 'jobs'],
    ['rate(odd_total[5m])', 'bytes/second'],
    ['rate(answer_seconds_count[5m])', 'requests/second'],
    ['rate(x_seconds_count[5m])', 'observations/second'],
    ['a_bytes / b_requests_total', 'bytes/requests'],
  ])('%s is in %s', (text, expected) => {
    expect(unit(text)).toBe(expected);
  });

  it('does not know the unit of a power', () => {
    expect(unit('a_bytes ^ 2')).toBeUndefined();
  });
});

describe('isNonNegative', () => {
  it.each([
    'rate(a_total[5m])',
    'a_bytes',
    'queue_jobs',
    'sum(rate(a_total[5m])) / sum(rate(b_total[5m]))',
    '1 - avg(rate(a_seconds_total[5m]))',
    'count(up)',
  ])('%s', (text) => {
    expect(isNonNegative(parse(text).expr, contracts)).toBe(true);
  });

  it.each([
    'delta(a_bytes[5m])',
    'a_bytes - b_bytes',
    'temperature_celsius',
    'deriv(a_bytes[5m])',
    '-a_bytes',
    '2 - a_ratio',
  ])('not %s', (text) => {
    expect(isNonNegative(parse(text).expr, contracts)).toBe(false);
  });
});

describe('grafanaUnit', () => {
  it('shows counted things as plain numbers, and their rates per second', () => {
    expect(grafanaUnit('jobs')).toBe('short');
    expect(grafanaUnit('jobs/second')).toBe('cps');
    expect(grafanaUnit('bytes/requests')).toBeUndefined();
  });

  it('uses units that Grafana has', () => {
    const known = new Set<unknown>(Object.values(sdk));
    expect(Object.values(GRAFANA_UNITS).filter((id) => !known.has(id))).toEqual([]);
  });
});
