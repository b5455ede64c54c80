import { expect, test } from 'vitest';
import { findings, service } from '../../fixtures/resources.ts';
import { batchPeriod } from './batch-period.ts';

function every(period?: string, archetype = 'batch'): ReturnType<typeof service> {
  return service('shop', {
    parts: [{ archetype, name: 'sync', roles: {}, ...(period === undefined ? {} : { period }) }],
  });
}

test('more often than every 15 minutes', () => {
  expect(findings(batchPeriod, every('5m'))).toEqual(['warning (sync): batch sync of shop runs every 5m']);
  expect(findings(batchPeriod, every('15m'))).toEqual([]);
  expect(findings(batchPeriod, every('1d'))).toEqual([]);
});

test('a period that is not known, or of something else', () => {
  expect(findings(batchPeriod, every())).toEqual([]);
  expect(findings(batchPeriod, every('often'))).toEqual([]);
  expect(findings(batchPeriod, every('5m', 'cache'))).toEqual([]);
});
