import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { unitSuffix } from './unit-suffix.ts';

test('a unit that the name leaves out', () => {
  expect(findings(unitSuffix, exposing({ name: 'shop_latency', unit: 'seconds' }))).toEqual([
    'warning (shop_latency): shop_latency is measured in seconds and does not end in it',
  ]);
  expect(findings(unitSuffix, exposing({ name: 'shop_latency_seconds', unit: 'seconds' }))).toEqual([]);
});

test('a unit that contradicts the name', () => {
  expect(findings(unitSuffix, exposing({ name: 'shop_sent_bytes_total', type: 'counter', unit: 'requests' }))).toEqual([
    'warning (shop_sent_bytes_total): shop_sent_bytes_total ends in bytes and declares the unit "requests"',
  ]);
  expect(findings(unitSuffix, exposing({ name: 'shop_sent_bytes_total', type: 'counter', unit: 'seconds' }))).toEqual([
    'warning (shop_sent_bytes_total): shop_sent_bytes_total ends in bytes and declares the unit "seconds"',
  ]);
  expect(findings(unitSuffix, exposing({ name: 'shop_sent_bytes_total', type: 'counter', unit: 'bytes' }))).toEqual([]);
});

test('what is counted stands somewhere in the name', () => {
  expect(findings(unitSuffix, exposing({ name: 'shop_processed_total', type: 'counter', unit: 'orders' }))).toEqual([
    'warning (shop_processed_total): shop_processed_total counts orders and does not say so',
  ]);
  expect(
    findings(unitSuffix, exposing({ name: 'shop_orders_processed_total', type: 'counter', unit: 'orders' })),
  ).toEqual([]);
});

test('a timestamp is measured in seconds', () => {
  expect(findings(unitSuffix, exposing({ name: 'shop_start_timestamp_seconds', unit: 'seconds' }))).toEqual([]);
});

test('a number without unit', () => {
  expect(
    findings(
      unitSuffix,
      exposing({ name: 'shop_open', unit: '' }, { name: 'shop_build_info', type: 'info', unit: 'info' }),
    ),
  ).toEqual([]);
});
