import { expect, test } from 'vitest';
import { findings, service } from '../../fixtures/resources.ts';
import { instrumentation } from './instrumentation.ts';

test('a role that nothing plays', () => {
  expect(
    findings(
      instrumentation,
      service('shop', {
        parts: [
          { archetype: 'online-serving', name: 'api', roles: {}, missing: { duration: 'how long requests take' } },
        ],
      }),
    ),
  ).toEqual(['warning (api): online-serving api of shop does not measure duration: how long requests take']);
  expect(
    findings(instrumentation, service('shop', { parts: [{ archetype: 'online-serving', name: 'api', roles: {} }] })),
  ).toEqual([]);
});

test('a role waived with a reason', () => {
  expect(
    findings(
      instrumentation,
      service('shop', {
        parts: [
          {
            archetype: 'online-serving',
            name: 'api',
            roles: {},
            missing: { duration: 'how long requests take' },
            waived: { duration: 'measured at the edge' },
          },
        ],
      }),
    ),
  ).toEqual([]);
});
