import { expect, test } from 'vitest';
import { compareResources } from '../../diff/compare.ts';
import { sameText } from '../../diff/difference.ts';
import type { Resource } from '../../resource.ts';

const check = (over: object = {}): Resource => ({
  apiVersion: 'binnacle.dev/v1',
  kind: 'HealthCheck',
  metadata: { name: 'invoices' },
  spec: { title: 'Invoices', description: '', schedule: '0 4 * * *', grace: '10m', tags: [], ...over },
});
const texts = (over: object): string[] =>
  compareResources(check(), check(over), sameText).map(
    ({ reach, text, consequence }) => `${reach}: ${text}${consequence === undefined ? '' : `; ${consequence}`}`,
  );

test('another schedule, and more time before somebody is told', () => {
  expect(texts({ schedule: '0 5 * * *' })).toEqual(['pager: schedule 0 4 * * * → 0 5 * * *']);
  expect(texts({ grace: '1h' })).toEqual(['pager: grace 10m → 1h; tells 50 minutes later']);
  expect(texts({})).toEqual([]);
});
