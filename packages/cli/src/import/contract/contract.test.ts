import { expect, test } from 'vitest';
import { proposeContract } from './contract.ts';

function quantilesOf(quantiles: readonly number[]): readonly number[] | undefined {
  const family = {
    name: 'redis_latency_seconds',
    type: 'summary',
    help: 'Latency.',
    unit: undefined,
    range: undefined,
    native: false,
    labels: new Map(),
    buckets: [],
    quantiles,
  } as const;
  return proposeContract(family, ['instance', 'job']).spec.quantiles;
}

test('quantiles are shares', () => {
  expect(quantilesOf([0.5, 0.99])).toEqual([0.5, 0.99]);
});

test('percentiles are left out: they are not what the format says', () => {
  expect(quantilesOf([50, 99, 99.9])).toBeUndefined();
});
