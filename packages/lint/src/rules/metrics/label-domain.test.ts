import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { labelDomain } from './label-domain.ts';

test('an empty domain', () => {
  expect(
    findings(
      labelDomain,
      exposing({
        name: 'shop_orders',
        type: 'gauge',
        labels: [{ name: 'route', domain: { kind: 'one-of', values: [] } }],
      }),
    ),
  ).toEqual(['error (shop_orders): label route of shop_orders has a domain without values']);
  expect(
    findings(
      labelDomain,
      exposing({
        name: 'shop_orders',
        type: 'gauge',
        labels: [{ name: 'route', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual([]);
});

test('a value listed twice', () => {
  expect(
    findings(
      labelDomain,
      exposing({
        name: 'shop_orders',
        type: 'gauge',
        labels: [{ name: 'route', domain: { kind: 'one-of', values: ['a', 'a'] } }],
      }),
    ),
  ).toEqual(['error (shop_orders): label route of shop_orders lists a value twice']);
});

test('a bound that bounds nothing', () => {
  expect(
    findings(
      labelDomain,
      exposing({
        name: 'shop_orders',
        type: 'gauge',
        labels: [{ name: 'route', domain: { kind: 'bounded', bound: 0 } }],
      }),
    ),
  ).toEqual(['error (shop_orders): label route of shop_orders is bounded by 0']);
  expect(
    findings(
      labelDomain,
      exposing({
        name: 'shop_orders',
        type: 'gauge',
        labels: [{ name: 'route', domain: { kind: 'bounded', bound: 3 } }],
      }),
    ),
  ).toEqual([]);
});

test('a reference to no service', () => {
  expect(
    findings(
      labelDomain,
      exposing({
        name: 'shop_orders',
        type: 'gauge',
        labels: [{ name: 'route', domain: { kind: 'service', names: [] } }],
      }),
    ),
  ).toEqual(['error (shop_orders): label route of shop_orders names no service']);
  expect(
    findings(
      labelDomain,
      exposing({
        name: 'shop_orders',
        type: 'gauge',
        labels: [{ name: 'route', domain: { kind: 'service', names: ['cart'] } }],
      }),
    ),
  ).toEqual([]);
});

test('no domain at all, in a service written by hand', () => {
  const shop = {
    apiVersion: 'binnacle.dev/v1',
    kind: 'Service',
    metadata: { name: 'shop' },
    spec: { metrics: [{ name: 'shop_orders', type: 'gauge', labels: [{ name: 'route' }] }] },
  };
  expect(findings(labelDomain, shop)).toEqual(['error (shop_orders): label route of shop_orders declares no domain']);
});
