import type { MetricType } from '@binnacle/model';
import { expect, test } from 'vitest';
import type { ObservedFamily } from '../observed.ts';
import { inferUnit } from './unit.ts';

function unit(name: string, type: MetricType, more: Partial<ObservedFamily> = {}): string {
  const family = {
    name,
    type: 'untyped',
    native: false,
    help: '',
    unit: undefined,
    labels: new Map(),
    buckets: [],
    quantiles: [],
  } as const;
  return inferUnit({ ...family, range: undefined, ...more }, type);
}

test.each<[string, MetricType, string]>([
  ['shop_duration_seconds', 'histogram', 'seconds'],
  ['shop_sent_bytes_total', 'counter', 'bytes'],
  ['shop_orders_total', 'counter', 'orders'],
  ['shop_orders_placed_total', 'counter', 'orders'],
  ['shop_process_total', 'counter', 'count'],
  ['shop_open_carts', 'gauge', 'carts'],
  ['shop_load1', 'gauge', 'count'],
  ['pg_settings_max_connections', 'gauge', 'connections'],
  ['pg_settings_geqo_seed', 'gauge', 'count'],
  ['redis_up', 'gauge', 'bool'],
  ['redis_aof_rewrite_duration_sec', 'gauge', 'seconds'],
  ['shop_last_success_timestamp_seconds', 'gauge', 'seconds'],
])('%s', (name, type, expected) => {
  expect(unit(name, type)).toBe(expected);
});

test('the unit that is declared comes first', () => {
  expect(unit('shop_things', 'gauge', { unit: 'bytes' })).toBe('bytes');
});

test('a flag is one only while it is 0 or 1', () => {
  expect(unit('shop_running', 'gauge', { range: [0, 1] })).toBe('bool');
  expect(unit('shop_running', 'gauge', { range: [0, 7] })).toBe('count');
});
