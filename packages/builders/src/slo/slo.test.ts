import { validate } from '@binnacle/model';
import { expect, test } from 'vitest';
import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { histogram } from '../metrics/histogram.ts';
import { httpStatus } from '../metrics/label.ts';
import { regex } from '../query/matcher.ts';
import { rate } from '../query/rate.ts';
import { service } from '../service/service.ts';
import { slo } from './slo.ts';

const metrics = {
  requests: counter('checkout_requests_total', { help: 'Requests.', unit: 'requests', labels: { code: httpStatus() } }),
  latency: histogram('checkout_latency_seconds', { help: 'Latency.', unit: 'seconds', buckets: [0.1, 0.3, 1] }),
  waiting: gauge('checkout_waiting', { help: 'Waiting.', unit: 'requests' }),
};
const checkout = service('checkout', {
  title: 'Checkout',
  description: 'Takes orders.',
  owner: 'payments',
  tier: 1,
  kind: 'online-serving',
  metrics,
});

test('a promise about errors carries its service, its team and what is counted', () => {
  const { source: _, ...resource } = slo(checkout, 'availability', {
    objective: 99.9,
    total: metrics.requests,
    bad: metrics.requests.where({ code: regex('5..') }),
  });
  expect(resource).toEqual({
    apiVersion: 'binnacle.dev/v1',
    kind: 'ServiceLevelObjective',
    metadata: {
      name: 'checkout-availability',
      labels: { 'binnacle.dev/service': 'checkout', 'binnacle.dev/team': 'payments' },
    },
    spec: {
      title: 'Checkout: availability',
      description: '',
      objective: 99.9,
      window: '30d',
      indicator: { total: 'checkout_requests_total', bad: 'checkout_requests_total{code=~"5.."}' },
    },
  });
  expect(validate([checkout, resource])).toEqual([]);
});

test('a promise about latency counts a bucket', () => {
  const { spec } = slo(checkout, 'latency', {
    objective: 99,
    window: '4w',
    good: metrics.latency.bucket.where({ le: '0.3' }),
    total: metrics.latency.count,
  });
  expect(spec.indicator).toEqual({
    total: 'checkout_latency_seconds_count',
    good: 'checkout_latency_seconds_bucket{le="0.3"}',
  });
});

test('only counters count events, and good and bad exclude one another', () => {
  const { requests, waiting } = metrics;
  // @ts-expect-error -- a gauge does not count
  slo(checkout, 'x', { objective: 99, total: requests, good: waiting });
  // @ts-expect-error -- one of the two
  const both = () => slo(checkout, 'x', { objective: 99, total: requests, good: requests, bad: requests });
  expect(both).toThrow('slo x counts both good and bad events');
  // @ts-expect-error -- a rate is not a counter
  expect(slo(checkout, 'x', { objective: 99, total: rate(requests), good: requests }).spec.objective).toBe(99);
});
