import { expect, test } from 'vitest';
import { seriesPerInstance } from './series.ts';
import type { MetricSpec } from './spec.ts';

const metric = (about: Partial<MetricSpec>): MetricSpec => ({
  name: 'a_b',
  type: 'gauge',
  help: '',
  unit: '',
  labels: [],
  targetLabels: [],
  ...about,
});

const route = { name: 'route', domain: { kind: 'bounded', bound: 20 } } as const;
const method = { name: 'method', domain: { kind: 'one-of', values: ['GET', 'POST'] } } as const;

test('a metric without labels is one series', () => {
  expect(seriesPerInstance(metric({}))).toBe(1);
});

test('domains multiply', () => {
  expect(seriesPerInstance(metric({ labels: [route, method] }))).toBe(40);
});

test('a classic histogram has its buckets, +Inf, sum and count; a native one is one series', () => {
  expect(seriesPerInstance(metric({ type: 'histogram', buckets: [1, 2, 3], labels: [method] }))).toBe(12);
  expect(seriesPerInstance(metric({ type: 'native-histogram', labels: [method] }))).toBe(2);
});

test('a summary has its quantiles, sum and count', () => {
  expect(seriesPerInstance(metric({ type: 'summary', quantiles: [0.5, 0.9] }))).toBe(4);
  expect(seriesPerInstance(metric({ type: 'summary' }))).toBe(2);
});
