import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { failures } from './failures.ts';

test('failures without attempts', () => {
  expect(findings(failures, exposing({ name: 'shop_payment_failures_total', type: 'counter' }))).toEqual([
    'warning (shop_payment_failures_total): shop_payment_failures_total counts failures and nothing counts the attempts',
  ]);
  expect(
    findings(
      failures,
      exposing(
        { name: 'shop_payment_failures_total', type: 'counter' },
        { name: 'shop_payments_total', type: 'counter' },
      ),
    ),
  ).toEqual([]);
});

test('a histogram counts attempts too; a gauge does not', () => {
  expect(
    findings(
      failures,
      exposing(
        { name: 'shop_payments_failed_total', type: 'counter' },
        { name: 'shop_payment_duration_seconds', type: 'histogram' },
      ),
    ),
  ).toEqual([]);
  expect(
    findings(
      failures,
      exposing({ name: 'shop_payments_failed_total', type: 'counter' }, { name: 'shop_payments_open', type: 'gauge' }),
    ),
  ).toEqual([
    'warning (shop_payments_failed_total): shop_payments_failed_total counts failures and nothing counts the attempts',
  ]);
});

test('another counter of failures is no attempt', () => {
  expect(
    findings(
      failures,
      exposing(
        { name: 'shop_payment_errors_total', type: 'counter' },
        { name: 'shop_payment_failures_total', type: 'counter' },
      ),
    ),
  ).toEqual([
    'warning (shop_payment_errors_total): shop_payment_errors_total counts failures and nothing counts the attempts',
    'warning (shop_payment_failures_total): shop_payment_failures_total counts failures and nothing counts the attempts',
  ]);
});
