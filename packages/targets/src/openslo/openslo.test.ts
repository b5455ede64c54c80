import type { Resource } from '@binnacle/model';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { production } from '../fixtures/environment.ts';
import { service, serviceLevelObjective } from '../fixtures/resources.ts';
import { openslo } from './openslo.ts';

function emitted(...resources: readonly Resource[]): Record<string, unknown> {
  const emitter = openslo.open(resources, production);
  const pieces = resources.flatMap((resource) => emitter.of(resource).pieces);
  return Object.fromEntries(pieces.map(({ segments, content }) => [segments.join('/'), parse(content)]));
}

test('an objective is an SLO whose indicator is a ratio of counters', () => {
  const files = emitted(serviceLevelObjective('checkout-availability'));
  expect(files).toEqual({
    'slo/checkout-availability.yaml': {
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name: 'checkout-availability', displayName: 'Answers', labels: { team: 'payments' } },
      spec: {
        description: 'Requests answered without an error of ours.',
        service: 'checkout',
        indicator: {
          metadata: { name: 'checkout-availability', displayName: 'Answers' },
          spec: {
            ratioMetric: {
              counter: true,
              bad: { metricSource: { type: 'Prometheus', spec: { query: 'sum(a_total{code="500"})' } } },
              total: { metricSource: { type: 'Prometheus', spec: { query: 'sum(a_total)' } } },
            },
          },
        },
        timeWindow: [{ duration: '30d', isRolling: true }],
        budgetingMethod: 'Occurrences',
        objectives: [{ displayName: 'Answers', target: 0.999 }],
      },
    },
  });
});

test('services that promise something are written, others are not', () => {
  const files = emitted(service('checkout'), service('idle'), serviceLevelObjective('checkout-availability'));
  expect(Object.keys(files)).toEqual(['service/checkout.yaml', 'slo/checkout-availability.yaml']);
});
