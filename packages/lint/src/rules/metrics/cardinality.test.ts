import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { cardinality } from './cardinality.ts';

test('more than ten values are a warning', () => {
  expect(
    findings(
      cardinality,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'route', domain: { kind: 'bounded', bound: 11 } }],
      }),
    ),
  ).toEqual([
    'warning (shop_orders_total): label route of shop_orders_total can take 11 values: up to 11 series per instance',
  ]);
  expect(
    findings(
      cardinality,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'route', domain: { kind: 'bounded', bound: 10 } }],
      }),
    ),
  ).toEqual([]);
});

test('more than a hundred are an error', () => {
  expect(
    findings(
      cardinality,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'customer', domain: { kind: 'bounded', bound: 101 } }],
      }),
    ),
  ).toEqual([
    'error (shop_orders_total): label customer of shop_orders_total can take 101 values: up to 101 series per instance',
  ]);
  expect(
    findings(
      cardinality,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'customer', domain: { kind: 'bounded', bound: 100 } }],
      }),
    ),
  ).toEqual([
    'warning (shop_orders_total): label customer of shop_orders_total can take 100 values: up to 100 series per instance',
  ]);
});

test('the bound multiplies the labels and the buckets with +Inf, sum and count', () => {
  expect(
    findings(
      cardinality,
      exposing({
        name: 'shop_duration_seconds',
        type: 'histogram',
        buckets: [0.1, 1],
        labels: [
          { name: 'route', domain: { kind: 'bounded', bound: 20 } },
          { name: 'method', domain: { kind: 'one-of', values: ['GET', 'POST'] } },
          { name: 'class', domain: { kind: 'http-status', form: 'class' } },
        ],
      }),
    ),
  ).toEqual([
    'warning (shop_duration_seconds): label route of shop_duration_seconds can take 20 values: up to 1000 series per instance',
  ]);
});

test('a reason waives both', () => {
  expect(
    findings(
      cardinality,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'customer', domain: { kind: 'bounded', bound: 5000 } }],
        waiver: 'billing needs it',
      }),
    ),
  ).toEqual([]);
  expect(
    findings(
      cardinality,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'customer', domain: { kind: 'bounded', bound: 11 } }],
        waiver: ' ',
      }),
    ),
  ).toEqual([
    'warning (shop_orders_total): label customer of shop_orders_total can take 11 values: up to 11 series per instance',
  ]);
});

test('HTTP status codes are always welcome', () => {
  expect(
    findings(
      cardinality,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'code', domain: { kind: 'http-status', form: 'code' } }],
      }),
    ),
  ).toEqual([]);
});
