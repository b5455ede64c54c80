import { expect, test } from 'vitest';
import { metric } from '../fixtures/resources.ts';
import { seriesPerInstance } from './cardinality.ts';

const route = { name: 'route', domain: { kind: 'bounded', bound: 20 } } as const;
const method = { name: 'method', domain: { kind: 'one-of', values: ['GET', 'POST'] } } as const;

test('a metric without labels is one series', () => {
  expect(seriesPerInstance(metric({ name: 'a_b' }))).toBe(1);
});

test('domains multiply', () => {
  expect(seriesPerInstance(metric({ name: 'a_b', labels: [route, method] }))).toBe(40);
});

test('a classic histogram has its buckets, +Inf, sum and count; a native one is one series', () => {
  expect(seriesPerInstance(metric({ name: 'a_b', type: 'histogram', buckets: [1, 2, 3], labels: [method] }))).toBe(12);
  expect(seriesPerInstance(metric({ name: 'a_b', type: 'native-histogram', labels: [method] }))).toBe(2);
});

test('a summary has its quantiles, sum and count', () => {
  expect(seriesPerInstance(metric({ name: 'a_b', type: 'summary', quantiles: [0.5, 0.9] }))).toBe(4);
  expect(seriesPerInstance(metric({ name: 'a_b', type: 'summary' }))).toBe(2);
});
