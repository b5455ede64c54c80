import { expect, test } from 'vitest';
import { serviceLevelObjective } from './kind.ts';
import type { ServiceLevelObjectiveSpec } from './spec.ts';

const spec: ServiceLevelObjectiveSpec = {
  title: 'Checkout answers',
  description: 'Requests that are answered without an error of ours.',
  objective: 99.9,
  window: '30d',
  indicator: { total: 'checkout_requests_total', bad: 'checkout_requests_total{code=~"5.."}' },
};

function found(change: object, labels: Record<string, string> = { 'binnacle.dev/service': 'checkout' }): string[] {
  const resource = {
    apiVersion: 'binnacle.dev/v1',
    kind: 'ServiceLevelObjective',
    metadata: { name: 'checkout-availability', labels },
    spec: { ...spec, ...change },
  };
  return serviceLevelObjective
    .check(resource)
    .map(({ message, fix }) => `${message}${fix === undefined ? '' : `; ${fix}`}`);
}

test.each<[string, object]>([
  ['bad events of all', {}],
  ['good events of all', { indicator: { total: 'a_total', good: 'a_total{code="200"}' } }],
  ['four weeks', { window: '4w' }],
  ['an hour', { window: '1h' }],
  ['a low promise', { objective: 50 }],
])('%s has no findings', (_, change) => {
  expect(found(change)).toEqual([]);
});

test.each<[string, object, string]>([
  [
    'no failures at all',
    { objective: 100 },
    'the objective 100 is not a percentage between 0 and 100; leave room for failures: 99.9',
  ],
  ['nothing', { objective: 0 }, 'the objective 0 is not a percentage between 0 and 100; write one like 99.9'],
  [
    'a share',
    { objective: 0.999 },
    'an objective of 0.999 per cent lets nearly everything fail; write 99.9 if a share was meant',
  ],
  ['two units', { window: '1d12h' }, "the window '1d12h' is not a number of hours, days or weeks; write one like 30d"],
  ['no time', { window: '0d' }, "the window '0d' is not a number of hours, days or weeks; write one like 30d"],
  ['minutes', { window: '90m' }, "the window '90m' is not a number of hours, days or weeks; write one like 30d"],
  ['no title', { title: ' ' }, 'the title is empty'],
  [
    'neither',
    { indicator: { total: 'a_total' } },
    'neither good nor bad events are given; add a selector of the good events, or of the bad ones',
  ],
  [
    'both',
    { indicator: { total: 'a', good: 'b', bad: 'c' } },
    'good and bad events are both given; drop one: the rest of the total is the other',
  ],
  ['an unknown field', { budget: 1 }, "'budget' is not known"],
])('%s is a finding', (_, change, message) => {
  expect(found(change)[0]?.startsWith(message)).toBe(true);
  expect(found(change)).toHaveLength(1);
});

test('a promise of no service', () => {
  expect(found({}, {})).toEqual([
    'it is not said whose promise this is; add the label binnacle.dev/service with the name of the service',
  ]);
});
