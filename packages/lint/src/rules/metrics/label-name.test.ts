import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { labelName } from './label-name.ts';

test('labels that histograms and summaries add', () => {
  expect(
    findings(
      labelName,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'le', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual(['error (shop_orders_total): label le of shop_orders_total is reserved: histogram() adds it']);
  expect(
    findings(
      labelName,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'quantile', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual(['error (shop_orders_total): label quantile of shop_orders_total is reserved: summary() adds it']);
});

test('a label of Prometheus itself', () => {
  expect(
    findings(
      labelName,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: '__route', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual(['error (shop_orders_total): label __route of shop_orders_total is reserved for Prometheus']);
});

test('a label the scrape adds', () => {
  expect(
    findings(
      labelName,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'instance', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual([
    'warning (shop_orders_total): label instance of shop_orders_total is one the scrape adds: Prometheus will rename it to exported_instance',
  ]);
  expect(
    findings(
      labelName,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'shard', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual([]);
});

test('camelCase and characters that need quotes', () => {
  expect(
    findings(
      labelName,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'httpRoute', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual(['warning (shop_orders_total): label httpRoute of shop_orders_total is camelCase']);
  expect(
    findings(
      labelName,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'http.route', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual([
    'warning (shop_orders_total): "http.route" of shop_orders_total is not a label name that can be written without quotes',
  ]);
  expect(
    findings(
      labelName,
      exposing({
        name: 'shop_orders_total',
        type: 'counter',
        labels: [{ name: 'http_route', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual([]);
});

test('a label declared twice', () => {
  expect(
    findings(
      labelName,
      exposing({
        name: 'shop_orders_total',
        labels: [
          { name: 'route', domain: { kind: 'bounded', bound: 2 } },
          { name: 'route', domain: { kind: 'bounded', bound: 3 } },
        ],
      }),
    ),
  ).toEqual(['error (shop_orders_total): shop_orders_total declares label route twice']);
});
