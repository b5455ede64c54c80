import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { baseUnit } from './base-unit.ts';

test('a unit that is not a base unit', () => {
  expect(findings(baseUnit, exposing({ name: 'shop_latency_milliseconds', unit: 'milliseconds' }))).toEqual([
    'warning (shop_latency_milliseconds): shop_latency_milliseconds is measured in milliseconds, not in the base unit seconds',
  ]);
  expect(findings(baseUnit, exposing({ name: 'shop_latency_seconds', unit: 'seconds' }))).toEqual([]);
});

test('a percentage', () => {
  expect(findings(baseUnit, exposing({ name: 'shop_cpu_usage_percent', unit: 'percent' }))).toEqual([
    'warning (shop_cpu_usage_percent): shop_cpu_usage_percent is measured in percent, not in the base unit ratio',
  ]);
  expect(findings(baseUnit, exposing({ name: 'shop_cpu_usage_ratio', unit: 'ratio' }))).toEqual([]);
});

test('an abbreviation', () => {
  expect(findings(baseUnit, exposing({ name: 'shop_cache_kb', unit: 'bytes' }))).toEqual([
    'warning (shop_cache_kb): shop_cache_kb abbreviates its unit as "kb"',
  ]);
  expect(findings(baseUnit, exposing({ name: 'shop_cache_bytes', unit: 'bytes' }))).toEqual([]);
});

test('only the declared unit is wrong', () => {
  expect(findings(baseUnit, exposing({ name: 'shop_uptime', unit: 'hours' }))).toEqual([
    'warning (shop_uptime): shop_uptime is measured in hours, not in the base unit seconds',
  ]);
});

test('words that only begin like a prefix', () => {
  expect(findings(baseUnit, exposing({ name: 'shop_decimal_places', unit: 'places' }))).toEqual([]);
});

test('a waiver is respected', () => {
  expect(
    findings(
      baseUnit,
      exposing({ name: 'shop_latency_milliseconds', unit: 'milliseconds', waiver: 'named by the vendor' }),
    ),
  ).toEqual([]);
});
